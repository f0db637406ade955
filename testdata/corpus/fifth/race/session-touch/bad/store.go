// Package session keeps logged-in users in memory.
package session

import (
	"errors"
	"sync"
	"time"
)

var ErrNotFound = errors.New("session: not found")

// Clock makes the store testable.
type Clock func() time.Time

type Options struct {
	MaxIdle time.Duration
	Every   time.Duration
	Now     Clock
}

func (o *Options) fill() {
	if o.MaxIdle == 0 {
		o.MaxIdle = 30 * time.Minute
	}
	if o.Every == 0 {
		o.Every = time.Minute
	}
	if o.Now == nil {
		o.Now = time.Now
	}
}

// Store is safe for use by several goroutines.
type Store struct {
	opts Options

	mu       sync.Mutex
	sessions map[string]*Session

	stop chan struct{}
	done chan struct{}
}

func New(o Options) *Store {
	o.fill()
	s := &Store{
		opts:     o,
		sessions: make(map[string]*Session),
		stop:     make(chan struct{}),
		done:     make(chan struct{}),
	}
	go s.sweepLoop()
	return s
}

// Close stops the sweeper. It must be called once.
func (s *Store) Close() error {
	close(s.stop)
	<-s.done
	return nil
}

func (s *Store) Login(user string) string {
	sess := newSession(user, s.opts.Now())
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[sess.ID] = sess
	return sess.ID
}

func (s *Store) lookup(id string) (*Session, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sess, ok := s.sessions[id]
	if !ok {
		return nil, ErrNotFound
	}
	return sess, nil
}

// Touch notes that the user was here.
func (s *Store) Touch(id string) error {
	sess, err := s.lookup(id)
	if err != nil {
		return err
	}
	sess.lastSeen = s.opts.Now() // BUG: data-race
	return nil
}

// User returns the name behind a session.
func (s *Store) User(id string) (string, error) {
	sess, err := s.lookup(id)
	if err != nil {
		return "", err
	}
	return sess.User, nil
}

func (s *Store) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sessions)
}
