package main

import (
	"fmt"
	"sync"
)

type Team string

type Match struct {
	mu      sync.Mutex
	goals   map[Team]int
	updates chan Team
}

func NewMatch() *Match {
	return &Match{
		goals:   make(map[Team]int),
		updates: make(chan Team),
	}
}

// Goal counts a goal and tells the ticker.
func (m *Match) Goal(t Team) {
	m.mu.Lock() // BUG: lock-held-across-blocking
	defer m.mu.Unlock()
	m.goals[t]++
	m.updates <- t // BUG: lock-held-across-blocking
}

// Score returns the goals of a team.
func (m *Match) Score(t Team) int {
	m.mu.Lock() // BUG: lock-held-across-blocking
	defer m.mu.Unlock()
	return m.goals[t]
}

func (m *Match) End() { close(m.updates) }

func ticker(m *Match, done chan<- bool) {
	n := 0
	for t := range m.updates {
		n++
		fmt.Printf("update %d: %s now at least %d\n", n, t, min(m.Score(t), 1)) // BUG: lock-held-across-blocking
	}
	done <- n == 6
}

func main() {
	m := NewMatch()
	done := make(chan bool)
	go ticker(m, done)

	var players sync.WaitGroup
	for _, t := range []Team{"reds", "blues"} {
		players.Add(1)
		go func() {
			defer players.Done()
			for range 3 {
				m.Goal(t)
			}
		}()
	}
	players.Wait()
	m.End()
	fmt.Println("complete:", <-done)
}
