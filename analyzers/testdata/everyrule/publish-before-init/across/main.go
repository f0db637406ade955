// Command game lets players join a match while others look on.
package main

import (
	"fmt"
	"sync"
)

type player struct {
	name  string
	score int
}

type match struct {
	mu      sync.Mutex
	players []*player
}

func (m *match) join(p *player) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.players = append(m.players, p)
}

func (m *match) total() (sum int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.players {
		sum += p.score // BUG?
	}
	return sum
}

func main() {
	m := &match{}
	done := make(chan int)
	go func() { done <- m.total() }()
	for _, name := range []string{"Ann", "Bob"} {
		p := &player{name: name}
		m.join(p)
		p.score = 10 // BUG unlocked-field
	}
	fmt.Println("total:", <-done)
}
