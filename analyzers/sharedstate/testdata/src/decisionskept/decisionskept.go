// Package main decides and acts in ways that nobody can come between.
package main

import (
	"fmt"
	"sync"
)

type seats struct {
	mu    sync.Mutex
	taken map[string]string
	sold  int
}

func (s *seats) free(seat string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.taken[seat] == ""
}

// book looks and acts in one critical section.
func (s *seats) book(seat, name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken[seat] != "" {
		return false
	}
	s.taken[seat] = name
	s.sold++
	return true
}

// try asks first, and acts only after a second look.
func try(s *seats, seat, name string) bool {
	if !s.free(seat) {
		return false
	}
	return s.book(seat, name)
}

// grow looks again before it changes.
func (s *seats) grow(limit int) {
	s.mu.Lock()
	full := s.sold >= limit
	s.mu.Unlock()
	if full {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sold < limit {
		s.sold++
	}
}

// count changes whatever the first look has shown.
func (s *seats) count() {
	s.mu.Lock()
	n := s.sold
	s.mu.Unlock()
	if n > 100 {
		fmt.Println("many")
	}
	s.mu.Lock()
	s.sold++
	s.mu.Unlock()
}

// A box office lets one customer at a time ask and act.
type office struct {
	one sync.Mutex
	s   *seats
}

func (s *seats) take(seat, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken[seat] = name
}

func (o *office) sell(seat, name string) {
	o.one.Lock()
	defer o.one.Unlock()
	if o.s.free(seat) {
		o.s.take(seat, name)
	}
}

// A line lets one in after the other.
type line struct {
	mu   sync.Mutex
	next int
	turn sync.Cond
}

func (l *line) enter(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.next != n {
		l.turn.Wait()
	}
}

func (l *line) leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next++
	l.turn.Broadcast()
}

type printer struct {
	mu      sync.Mutex
	line    line
	waiting int
	printed int
}

func (p *printer) print(n int) {
	p.line.enter(n)
	defer p.line.leave()
	p.mu.Lock()
	if p.waiting <= p.printed {
		p.mu.Unlock()
		return
	}
	p.mu.Unlock()
	fmt.Println(n)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.printed++
}

var once sync.Map

func first(name string) bool {
	_, loaded := once.LoadOrStore(name, true)
	return !loaded
}

func main() {
	s := &seats{taken: make(map[string]string)}
	o := &office{s: &seats{taken: make(map[string]string)}}
	p := &printer{waiting: 2}
	p.line.turn.L = &p.line.mu
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() { p.print(i) })
	}
	for _, name := range []string{"ann", "bob"} {
		wg.Go(func() {
			fmt.Println(try(s, "1A", name), first("a"))
			s.grow(10)
			s.count()
			o.sell("1A", name)
		})
	}
	wg.Wait()
}
