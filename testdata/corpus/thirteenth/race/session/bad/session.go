// Package session keeps login sessions that lapse by themselves.
package session

import (
	"time"
)

// Session belongs to one user and lapses after its lifetime.
type Session struct {
	User    string
	expired bool
	timer   *time.Timer
	onEnd   func(user string)
}

// Begin starts a session. onEnd may be nil.
func Begin(user string, life time.Duration, onEnd func(string)) *Session {
	s := &Session{User: user, onEnd: onEnd}
	s.timer = time.AfterFunc(life, s.lapse)
	return s
}

func (s *Session) lapse() {
	s.expired = true // BUG: data-race
	if s.onEnd != nil {
		s.onEnd(s.User)
	}
}

// Alive tells whether the session is still good.
func (s *Session) Alive() bool {
	return !s.expired // BUG: data-race
}

// End stops the session early; it reports whether it was still running.
func (s *Session) End() bool {
	return s.timer.Stop()
}
