package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var (
	errFull   = errors.New("garage is full")
	errTicket = errors.New("unknown ticket")
)

type Garage struct {
	mu     sync.Mutex
	size   int
	serial int
	inside map[int]time.Time
	income int
}

func (g *Garage) Enter(at time.Time) (int, error) {
	g.mu.Lock() // BUG: missing-unlock
	defer g.mu.Unlock()
	if len(g.inside) >= g.size {
		return 0, errFull
	}
	g.serial++
	g.inside[g.serial] = at
	return g.serial, nil
}

// Leave computes the fee: 3 for every hour begun.
func (g *Garage) Leave(ticket int, at time.Time) (int, error) {
	g.mu.Lock() // BUG: missing-unlock
	in, ok := g.inside[ticket]
	if !ok {
		return 0, fmt.Errorf("ticket %d: %w", ticket, errTicket) // BUG: missing-unlock
	}
	delete(g.inside, ticket)
	hours := int(at.Sub(in)/time.Hour) + 1
	g.income += 3 * hours
	g.mu.Unlock()
	return 3 * hours, nil
}

func main() {
	g := &Garage{size: 2, inside: map[int]time.Time{}}
	noon := time.Date(2025, 5, 3, 12, 0, 0, 0, time.UTC)
	for i, minutes := range []int{30, 150, 20} {
		t, err := g.Enter(noon)
		if err != nil {
			fmt.Println(err)
			continue
		}
		if i == 1 {
			t += 100 // the driver's dog ate the ticket
		}
		fee, err := g.Leave(t, noon.Add(time.Duration(minutes)*time.Minute))
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println("fee", fee)
	}
}
