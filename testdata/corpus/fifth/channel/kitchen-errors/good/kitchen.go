package main

import (
	"fmt"
	"sync"
)

type dish struct {
	name    string
	minutes int
	parts   []string
}

type pantry struct {
	mu    sync.Mutex
	stock map[string]int
}

func (p *pantry) take(part string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stock[part] == 0 {
		return false
	}
	p.stock[part]--
	return true
}

// missing tells which parts a dish lacks.
type missing struct {
	dish, part string
}

func (m *missing) Error() string { return fmt.Sprintf("%s: no %s left", m.dish, m.part) }

type station struct {
	name   string
	pantry *pantry
	cooked int
}

func (s *station) cook(d dish) error {
	for _, p := range d.parts {
		if !s.pantry.take(p) {
			return &missing{d.name, p}
		}
	}
	s.cooked++
	return nil
}
