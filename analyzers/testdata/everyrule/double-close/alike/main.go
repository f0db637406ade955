// Package main lets any of three guards end an opera evening.
package main

import (
	"fmt"
	"sync"
)

type hall struct {
	mu      sync.Mutex
	curtain chan struct{}
}

func newHall() *hall {
	return &hall{curtain: make(chan struct{})}
}

func (h *hall) ended() bool {
	select {
	case <-h.curtain:
		return true
	default:
		return false
	}
}

func (h *hall) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.ended() {
		close(h.curtain)
	}
}

func main() {
	h := newHall()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(h.end)
	}
	<-h.curtain
	wg.Wait()
	h.end()
	fmt.Println("good night")
}
