package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// monitor prints a line while the machine is up.
type monitor struct {
	up    atomic.Bool
	beats int
}

func (m *monitor) loop(wg *sync.WaitGroup) {
	defer wg.Done()
	for m.up.Load() {
		m.beats++
		time.Sleep(2 * time.Millisecond)
	}
}

func main() {
	m := &monitor{}
	m.up.Store(true)
	var wg sync.WaitGroup
	wg.Add(1)
	go m.loop(&wg)
	time.Sleep(20 * time.Millisecond)
	m.up.Store(false)
	wg.Wait()
	fmt.Println("beats seen:", m.beats > 0)
}
