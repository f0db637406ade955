package main

import (
	"fmt"
	"sync"
	"time"
)

// monitor prints a line while the machine is up.
type monitor struct {
	up    bool
	beats int
}

func (m *monitor) loop(wg *sync.WaitGroup) {
	defer wg.Done()
	for m.up { // BUG: data-race
		m.beats++
		time.Sleep(2 * time.Millisecond)
	}
}

func main() {
	m := &monitor{up: true}
	var wg sync.WaitGroup
	wg.Add(1)
	go m.loop(&wg)
	time.Sleep(20 * time.Millisecond)
	m.up = false // BUG: data-race
	wg.Wait()
	fmt.Println("beats seen:", m.beats > 0)
}
