// Package keepers has objects without a lock that others keep under theirs.
package keepers

import (
	"sync"
	"time"
)

type Session struct {
	id       string
	lastSeen time.Time
}

func (s *Session) idle(now time.Time) time.Duration { return now.Sub(s.lastSeen) }

// A Store sweeps under its lock what Touch changes without.
type Store struct {
	mu       sync.Mutex
	sessions map[string]*Session
	stop     chan struct{}
}

func New() *Store {
	s := &Store{sessions: make(map[string]*Session), stop: make(chan struct{})}
	go s.sweepLoop()
	return s
}

func (s *Store) Login(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[id] = &Session{id: id, lastSeen: time.Now()}
}

func (s *Store) lookup(id string) *Session {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sessions[id]
}

func (s *Store) Touch(id string) {
	if session := s.lookup(id); session != nil {
		session.lastSeen = time.Now() // want `likely data race: Touch writes s.lastSeen without s.mu, which idle holds when it reads s.lastSeen \(unlocked-field\)`
	}
}

// ID reads what nobody changes.
func (s *Store) ID(id string) string {
	if session := s.lookup(id); session != nil {
		return session.id
	}
	return ""
}

func (s *Store) sweepLoop() {
	for {
		select {
		case <-time.After(time.Minute):
			s.sweep(time.Now())
		case <-s.stop:
			return
		}
	}
}

func (s *Store) sweep(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, session := range s.sessions {
		if session.idle(now) > time.Hour {
			delete(s.sessions, id)
		}
	}
}

func (s *Store) Close() { close(s.stop) }

// A Job can be cancelled by whoever has it.
type Job struct {
	clock     *Clock
	name      string
	cancelled bool
}

type Clock struct {
	mu   sync.Mutex
	jobs []*Job
}

func (c *Clock) Add(name string) *Job {
	j := &Job{clock: c, name: name}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.jobs = append(c.jobs, j)
	return j
}

func (c *Clock) Pending() (n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, j := range c.jobs {
		if !j.cancelled {
			n++
		}
	}
	return n
}

func (j *Job) Cancel() {
	j.cancelled = true // want `likely data race: Cancel writes j.cancelled without c.mu, which Pending holds when it reads j.cancelled \(unlocked-field\)`
}
