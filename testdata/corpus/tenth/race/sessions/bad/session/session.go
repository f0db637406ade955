// Package session keeps logins in memory.
package session

import (
	"sync"
	"time"
)

// Session is one login.
type Session struct {
	ID       string
	User     string
	LastSeen time.Time
}

// Clock tells the time.
type Clock func() time.Time

// Store holds the sessions and drops those that idle too long.
type Store struct {
	ttl time.Duration
	now Clock

	mu       sync.Mutex
	sessions map[string]*Session
	dropped  int

	stop chan struct{}
	done chan struct{}
}

// NewStore makes a Store that sweeps at every interval until Close.
func NewStore(ttl, interval time.Duration, now Clock) *Store {
	s := &Store{
		ttl:      ttl,
		now:      now,
		sessions: make(map[string]*Session),
		stop:     make(chan struct{}),
		done:     make(chan struct{}),
	}
	go s.loop(interval)
	return s
}

func (s *Store) loop(interval time.Duration) {
	defer close(s.done)
	t := time.NewTicker(interval)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.Sweep()
		case <-s.stop:
			return
		}
	}
}

// Sweep drops the sessions that are too old.
func (s *Store) Sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	limit := s.now().Add(-s.ttl)
	for id, se := range s.sessions {
		if se.LastSeen.Before(limit) { // BUG: data-race, guarded-escape
			delete(s.sessions, id)
			s.dropped++
		}
	}
}

// Open starts a session.
func (s *Store) Open(id, user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[id] = &Session{ID: id, User: user, LastSeen: s.now()}
}

// Get finds a session.
func (s *Store) Get(id string) (*Session, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	se, ok := s.sessions[id]
	return se, ok // BUG: data-race, guarded-escape
}

// Now is the time of the store's clock.
func (s *Store) Now() time.Time { return s.now() }

// Stats tells how many sessions live and how many were dropped.
func (s *Store) Stats() (live, dropped int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sessions), s.dropped
}

// Close ends the sweeps.
func (s *Store) Close() {
	close(s.stop)
	<-s.done
}
