// Package vending is the software of a vending machine.
package vending

import "sync"

type stock struct {
	sync.RWMutex
	cans map[string]int
}

// A Machine may be used by several goroutines at once.
type Machine struct {
	stock stock
}

// New returns an empty machine.
func New() *Machine {
	m := &Machine{}
	m.stock.cans = make(map[string]int)
	return m
}

// Fill puts cans into the machine.
func (m *Machine) Fill(kind string, n int) {
	m.stock.Lock()
	defer m.stock.Unlock()
	m.stock.cans[kind] += n
}

// Count tells how many cans of a kind there are.
func (m *Machine) Count(kind string) int {
	m.stock.RLock()
	n := m.stock.cans[kind]
	m.stock.Unlock() // BUG
	return n
}
