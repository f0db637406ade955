// Package sessions keeps one running session per user.
package sessions

import (
	"context"
	"sync"
	"time"
)

type session struct {
	cancel context.CancelFunc
	beats  int
}

// Manager starts and ends sessions.
type Manager struct {
	mu    sync.Mutex
	byUID map[string]*session
	every time.Duration
	beat  func(user string)
}

// NewManager makes a manager that calls beat for every live session.
func NewManager(every time.Duration, beat func(string)) *Manager {
	return &Manager{byUID: make(map[string]*session), every: every, beat: beat}
}

// Login starts a session; a session the user already has is replaced.
func (m *Manager) Login(user string) {
	ctx, cancel := context.WithCancel(context.Background()) // BUG: ctx-not-cancelled
	s := &session{cancel: cancel}
	m.mu.Lock()
	m.byUID[user] = s // BUG: ctx-not-cancelled
	m.mu.Unlock()
	go m.keep(ctx, user, s) // BUG: ctx-not-cancelled, goroutine-leak
}

func (m *Manager) keep(ctx context.Context, user string, s *session) {
	tick := time.NewTicker(m.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done(): // BUG: ctx-not-cancelled, goroutine-leak
			return
		case <-tick.C:
			m.mu.Lock()
			s.beats++
			m.mu.Unlock()
			m.beat(user)
		}
	}
}

// Logout ends a session.
func (m *Manager) Logout(user string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s := m.byUID[user]; s != nil {
		s.cancel()
		delete(m.byUID, user)
	}
}

// Close ends all sessions.
func (m *Manager) Close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for user, s := range m.byUID {
		s.cancel()
		delete(m.byUID, user)
	}
}
