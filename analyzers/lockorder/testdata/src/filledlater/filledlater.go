// Package filledlater has two types that lead to each other, by a field that is filled later.
package filledlater

import "sync"

type Member struct {
	sync.Mutex
	Club *Club
}

type Club struct {
	sync.Mutex
	Members []*Member
}

func (c *Club) Admit(m *Member) {
	c.Members = append(c.Members, m)
	m.Club = c
}

func (m *Member) Leave() {
	m.Lock()
	defer m.Unlock()
	if m.Club == nil {
		return
	}
	m.Club.remove(m)
	m.Club = nil
}

func (c *Club) remove(m *Member) {
	c.Lock() // want `likely deadlock: Leave locks m.Mutex \(filledlater.go:22\), then remove locks m.Club.Mutex; c.Disband\(\) locks them the other way round, and both wait for ever \(lock-order\)`
	defer c.Unlock()
	for i, x := range c.Members {
		if x == m {
			c.Members = append(c.Members[:i], c.Members[i+1:]...)
			return
		}
	}
}

func (c *Club) Disband() {
	c.Lock()
	defer c.Unlock()
	for _, m := range c.Members {
		m.Lock()
		m.Club = nil
		m.Unlock()
	}
	c.Members = nil
}
