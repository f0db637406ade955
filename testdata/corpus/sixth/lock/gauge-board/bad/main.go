package main

import (
	"fmt"
	"sync"
)

type gauge struct {
	mu    sync.Mutex
	value int
}

type board struct {
	gauges map[string]gauge
}

func (b *board) add(name string, n int) {
	g := b.gauges[name] // BUG: copied-lock
	g.mu.Lock()         // BUG: copied-lock, data-race
	defer g.mu.Unlock()
	g.value += n
	b.gauges[name] = g // BUG: copied-lock, map-concurrent, data-race
}

func main() {
	b := &board{gauges: map[string]gauge{"cpu": {}, "mem": {}}}
	done := make(chan bool)
	for range 2 {
		go func() {
			for range 50 {
				b.add("cpu", 1)
				b.add("mem", 2)
			}
			done <- true
		}()
	}
	<-done
	<-done
	fmt.Println(b.gauges["cpu"].value, b.gauges["mem"].value)
}
