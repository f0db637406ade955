package main

import (
	"errors"
	"sync"
)

// Errors of the office.
var (
	ErrSoldOut  = errors.New("office: sold out")
	ErrNoTicket = errors.New("office: no such ticket")
	ErrAction   = errors.New("office: unknown action")
)

// Action is what a customer wants.
type Action string

// The actions there are.
const (
	Buy    Action = "buy"
	Return Action = "return"
	Swap   Action = "swap"
)

// Office holds the free seats and who has the others.
type Office struct {
	mu    sync.Mutex
	free  []int
	owner map[int]string
}

// New makes an office for seats 1 to n.
func New(n int) *Office {
	o := &Office{owner: make(map[int]string)}
	for s := n; s > 0; s-- {
		o.free = append(o.free, s)
	}
	return o
}

// Do carries out one action and returns the seat it was about.
func (o *Office) Do(a Action, who string, seat int) (int, error) {
	o.mu.Lock()
	switch a {
	case Buy:
		if len(o.free) == 0 {
			o.mu.Unlock()
			return 0, ErrSoldOut
		}
		seat = o.take(who)
	case Return:
		if o.owner[seat] != who {
			o.mu.Unlock()
			return 0, ErrNoTicket
		}
		o.give(seat)
	case Swap:
		if o.owner[seat] != who || len(o.free) == 0 {
			o.mu.Unlock()
			return 0, ErrNoTicket
		}
		next := o.take(who)
		o.give(seat)
		seat = next
	default:
		o.mu.Unlock()
		return 0, ErrAction
	}
	o.mu.Unlock()
	return seat, nil
}

// Free is the number of seats left.
func (o *Office) Free() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.free)
}

func (o *Office) take(who string) int {
	last := len(o.free) - 1
	seat := o.free[last]
	o.free = o.free[:last]
	o.owner[seat] = who
	return seat
}

func (o *Office) give(seat int) {
	delete(o.owner, seat)
	o.free = append(o.free, seat)
}
