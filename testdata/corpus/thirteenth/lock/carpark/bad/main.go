package main

import (
	"fmt"
	"sync"
)

// carPark has few bays; the cleaner waits until it is empty.
type carPark struct {
	mu     sync.Mutex
	change *sync.Cond
	bays   int
	used   int
}

func newCarPark(bays int) *carPark {
	p := &carPark{bays: bays}
	p.change = sync.NewCond(&p.mu)
	return p
}

func (p *carPark) Enter() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.used == p.bays {
		p.change.Wait()
	}
	p.used++
}

func (p *carPark) Leave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.used--
	p.change.Signal() // BUG: cond-lost-signal
}

// Sweep runs fn at a moment when no car is inside.
func (p *carPark) Sweep(fn func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.used > 0 {
		p.change.Wait()
	}
	fn()
}

func main() {
	swept, visits := 0, make(chan int, 64)
	for day := 0; day < 5000; day++ {
		park := newCarPark(1)
		var all sync.WaitGroup
		park.Enter()
		all.Go(func() { park.Sweep(func() { swept++ }) })
		for car := range 3 {
			all.Go(func() {
				park.Enter()
				visits <- car
				park.Leave()
			})
		}
		park.Leave()
		all.Wait()
		for range 3 {
			<-visits
		}
	}
	fmt.Println("days swept:", swept)
}
