package main

import (
	"fmt"
	"sync"
)

type engine struct {
	mu      sync.Mutex
	quit    chan struct{}
	stopped bool
}

func (e *engine) stop() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.stopped {
		e.stopped = true
		close(e.quit)
	}
}

func main() {
	e := &engine{quit: make(chan struct{})}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			e.stop()
			<-e.quit
		}()
	}
	e.stop()
	wg.Wait()
	fmt.Println(e.stopped)
}
