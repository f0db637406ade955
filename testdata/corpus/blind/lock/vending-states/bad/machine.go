// Package vending is a vending machine that several people push around.
package vending

import (
	"errors"
	"fmt"
	"sync"
)

// State is the state of the machine.
type State int

const (
	Idle State = iota
	Paid
	Dispensing
	OutOfOrder
)

var names = map[State]string{Idle: "idle", Paid: "paid", Dispensing: "dispensing", OutOfOrder: "out of order"}

func (s State) String() string { return names[s] }

// Event is what people do.
type Event int

const (
	InsertCoin Event = iota
	PressButton
	TakeItem
	Kick
	Repair
)

// Errors of the machine.
var (
	ErrBroken = errors.New("vending: out of order")
	ErrEmpty  = errors.New("vending: sold out")
)

type badEvent struct {
	in State
	ev Event
}

func (b badEvent) Error() string { return fmt.Sprintf("vending: event %d while %s", b.ev, b.in) }

// Machine is a vending machine.
type Machine struct {
	mu    sync.Mutex
	state State
	stock int
	coins int
	kicks int
}

// New fills a machine.
func New(stock int) *Machine { return &Machine{stock: stock} }

// Handle brings the machine into its next state.
func (m *Machine) Handle(ev Event) error {
	m.mu.Lock() // BUG: missing-unlock
	if ev == Kick {
		m.kicked()
		m.mu.Unlock()
		return nil
	}
	var err error
	switch m.state {
	case Idle:
		err = m.idle(ev)
	case Paid:
		if ev != PressButton {
			return badEvent{Paid, ev} // BUG: missing-unlock
		}
		if m.stock == 0 {
			m.coins--
			m.state = Idle
			err = ErrEmpty
			break
		}
		m.stock--
		m.state = Dispensing
	case Dispensing:
		if ev == TakeItem {
			m.state = Idle
		} else {
			err = badEvent{Dispensing, ev}
		}
	case OutOfOrder:
		if ev != Repair {
			err = ErrBroken
			break
		}
		m.state, m.kicks = Idle, 0
	}
	m.mu.Unlock()
	return err
}

// idle needs m.mu.
func (m *Machine) idle(ev Event) error {
	if ev != InsertCoin {
		return badEvent{Idle, ev}
	}
	m.coins++
	m.state = Paid
	return nil
}

// kicked needs m.mu.
func (m *Machine) kicked() {
	m.kicks++
	if m.kicks == 3 {
		m.state = OutOfOrder
	}
}

// State tells the state.
func (m *Machine) State() State {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.state
}

// Totals tells what is in the machine.
func (m *Machine) Totals() (stock, coins int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.stock, m.coins
}
