// Package main has barriers and pauses that end.
package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu      sync.Mutex
	all     *sync.Cond
	missing int
}

func (b *barrier) arrive() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.missing--; b.missing == 0 {
		b.all.Broadcast()
		return
	}
	for b.missing > 0 {
		b.all.Wait()
	}
}

// A pause is left by whoever gets the signal through a function value.
type pause struct {
	mu   sync.Mutex
	cond *sync.Cond
	on   bool
}

func (p *pause) toggle(tell func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.on = !p.on
	tell()
}

func (p *pause) wait() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.on {
		p.cond.Wait()
	}
}

func main() {
	b := &barrier{missing: 2}
	b.all = sync.NewCond(&b.mu)
	p := &pause{on: true}
	p.cond = sync.NewCond(&p.mu)
	var wg sync.WaitGroup
	wg.Go(b.arrive)
	wg.Go(b.arrive)
	wg.Go(p.wait)
	p.toggle(p.cond.Broadcast)
	wg.Wait()
	fmt.Println("all there")
}
