package session

import (
	"crypto/rand"
	"encoding/hex"
	"time"
)

// Session is the state kept for one browser.
type Session struct {
	ID       string
	User     string
	lastSeen time.Time
	values   map[string]string
}

func newSession(user string, now time.Time) *Session {
	return &Session{ID: newID(), User: user, lastSeen: now, values: make(map[string]string)}
}

func (s *Session) idle(now time.Time) time.Duration {
	return now.Sub(s.lastSeen)
}

func newID() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}
