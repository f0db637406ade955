// Package store has a type whose users lock it themselves.
package store

import "sync"

// A Stock is used under its lock, which its users may take as well.
type Stock struct {
	Mu    sync.Mutex
	Items int
	Names []string
	Limit int // set once, before anybody else knows the stock
}

func New(limit int) *Stock { return &Stock{Limit: limit} }

func (s *Stock) Put(name string) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	if s.Items < s.Limit {
		s.Items++
		s.Names = append(s.Names, name)
	}
}

func (s *Stock) Take() (name string) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	if s.Items > 0 {
		s.Items--
		name = s.Names[s.Items]
		s.Names = s.Names[:s.Items]
	}
	return name
}

// A Gauge is not always used under its lock, so that nobody knows what the lock is for.
type Gauge struct {
	Mu    sync.Mutex
	Level int
}

func (g *Gauge) Set(level int) {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	g.Level = level
}

func (g *Gauge) Rise() {
	g.Mu.Lock()
	defer g.Mu.Unlock()
	g.Level++
}

func (g *Gauge) Get() int { return g.Level }
