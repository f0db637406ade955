// Package keep holds sessions with a remote side and keeps them alive.
package keep

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Remote is the other side.
type Remote interface {
	Touch(ctx context.Context, id string) error
}

type session struct {
	id      string
	started time.Time
	cancel  context.CancelFunc

	mu     sync.Mutex
	misses int
}

func (s *session) miss() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.misses++
	return s.misses
}

// Manager is safe for concurrent use.
type Manager struct {
	remote Remote
	every  time.Duration

	mu       sync.Mutex
	sessions map[string]*session
}

// NewManager returns a manager that touches each session now and then.
func NewManager(r Remote, every time.Duration) *Manager {
	return &Manager{remote: r, every: every, sessions: make(map[string]*session)}
}

// Begin starts a session and keeps it alive until End.
func (m *Manager) Begin(ctx context.Context, id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, dup := m.sessions[id]; dup {
		return fmt.Errorf("keep: session %s exists", id)
	}
	ctx, cancel := context.WithCancel(ctx)                     // BUG: ctx-not-cancelled
	s := &session{id: id, started: time.Now(), cancel: cancel} // BUG: ctx-not-cancelled
	m.sessions[id] = s
	go m.keepAlive(ctx, s) // BUG: ctx-not-cancelled
	return nil
}

func (m *Manager) keepAlive(ctx context.Context, s *session) {
	t := time.NewTicker(m.every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done(): // BUG: ctx-not-cancelled
			return
		case <-t.C:
			if err := m.remote.Touch(ctx, s.id); err != nil {
				s.miss()
			}
		}
	}
}

// End forgets a session and returns how long it lasted and how often it could
// not be touched.
func (m *Manager) End(id string) (lasted time.Duration, misses int, ok bool) {
	m.mu.Lock()
	s, ok := m.sessions[id]
	delete(m.sessions, id) // BUG: ctx-not-cancelled
	m.mu.Unlock()
	if !ok {
		return 0, 0, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Since(s.started), s.misses, true
}
