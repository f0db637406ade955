// Package handedinside has getters that lock, and methods that change what these return without
// the lock.
package handedinside

import "sync"

type meter struct {
	room  string
	watts int
	peak  int
}

// A Board holds its meters by the names of their rooms.
type Board struct {
	mu     sync.Mutex
	meters map[string]*meter
}

func (b *Board) meter(room string) *meter {
	b.mu.Lock()
	defer b.mu.Unlock()
	m, ok := b.meters[room]
	if !ok {
		m = &meter{room: room}
		b.meters[room] = m
	}
	return m // want `likely data race: meter returns a pointer to what b.meters holds, not a copy; Measure changes its watts without b.mu, which Total holds when it reads it \(guarded-escape\)`
}

func (b *Board) Measure(room string, watts int) {
	m := b.meter(room)
	m.watts = watts // related `^it is used here, without the lock \(guarded-escape\)$`
}

func (b *Board) Total() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	sum := 0
	for _, m := range b.meters {
		sum += m.watts // related `^the other side holds the lock \(guarded-escape\)$`
	}
	return sum
}

type gauge struct{ low, high int }

func (g *gauge) widen(v int) {
	g.low = min(g.low, v) // related `^it is used here, without the lock \(guarded-escape\)$`
	g.high = max(g.high, v)
}

// A Panel changes its gauges by a method of theirs.
type Panel struct {
	mu     sync.RWMutex
	gauges []*gauge
}

func (p *Panel) Add() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.gauges = append(p.gauges, new(gauge))
}

func (p *Panel) at(i int) *gauge {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.gauges[i] // want `at returns a pointer to what p.gauges holds, not a copy; Widen (changes|reads) its (low|high) without p.mu, which Reset holds when it changes it \(guarded-escape\)`
}

func (p *Panel) Widen(i, v int) {
	p.at(i).widen(v)
}

func (p *Panel) Reset() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, g := range p.gauges {
		g.low, g.high = 0, 0 // related `^the other side holds the lock \(guarded-escape\)$`
	}
}
