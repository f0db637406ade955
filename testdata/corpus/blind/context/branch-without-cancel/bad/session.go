package session

import (
	"context"
	"errors"
	"sync"
	"time"
)

var ErrAuth = errors.New("session: bad token")

type Session struct {
	user   string
	cancel context.CancelFunc
	wg     sync.WaitGroup
	mu     sync.Mutex
	beats  int
}

func (s *Session) heartbeat(ctx context.Context) {
	defer s.wg.Done()
	t := time.NewTicker(time.Millisecond)
	defer t.Stop()
	for {
		select { // BUG: ctx-not-cancelled
		case <-t.C:
			s.mu.Lock()
			s.beats++
			s.mu.Unlock()
		case <-ctx.Done(): // BUG: ctx-not-cancelled
			return
		}
	}
}

// Open starts a session.
func Open(user, token string) (*Session, error) {
	ctx, cancel := context.WithCancel(context.Background()) // BUG: ctx-not-cancelled
	s := &Session{user: user, cancel: cancel}
	s.wg.Add(1)
	go s.heartbeat(ctx) // BUG: ctx-not-cancelled
	if token != "secret-"+user {
		return nil, ErrAuth // BUG: ctx-not-cancelled
	}
	return s, nil
}

// Close ends the session.
func (s *Session) Close() {
	s.cancel()
	s.wg.Wait()
}

func (s *Session) Beats() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.beats
}
