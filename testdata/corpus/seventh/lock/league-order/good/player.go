package main

import (
	"sync"
	"time"
)

type player struct {
	name string
	in   *league

	mu     sync.Mutex
	points []int
	reason string
}

func (p *player) score(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.reason == "" {
		p.points = append(p.points, n)
	}
}

func (p *player) total() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	sum := 0
	for _, n := range p.points {
		sum += n
	}
	return sum
}

// leave takes the player out of the league.
func (p *player) leave(reason string) {
	p.mu.Lock()
	p.reason = reason
	p.mu.Unlock()
	time.Sleep(time.Millisecond) // say good-bye
	p.in.remove(p.name)
}
