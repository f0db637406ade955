// Command parking lets cars into a car park.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errFull = errors.New("car park is full")

type park struct {
	mu   sync.Mutex
	free int
}

func (p *park) begin() int {
	p.mu.Lock()
	return p.free
}

func (p *park) end(free int) {
	p.free = free
	p.mu.Unlock()
}

func (p *park) enter() error {
	n := p.begin() // BUG?
	if n == 0 {
		return errFull // BUG
	}
	p.end(n - 1)
	return nil
}

func main() {
	p := &park{free: 2}
	for car := range 4 {
		fmt.Println("car", car, p.enter())
	}
}
