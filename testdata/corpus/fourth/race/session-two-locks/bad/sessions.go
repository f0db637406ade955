// Package sessions remembers who is logged in.
package sessions

import (
	"crypto/rand"
	"sync"
	"time"
)

type Session struct {
	Token string
	User  string
	Since time.Time
}

type Store struct {
	lifetime time.Duration

	usersMu sync.Mutex
	users   map[string]string // name -> password

	sessMu sync.Mutex
	live   map[string]*Session
}

func NewStore(lifetime time.Duration) *Store {
	return &Store{
		lifetime: lifetime,
		users:    make(map[string]string),
		live:     make(map[string]*Session),
	}
}

// Register adds a user or changes the password.
func (s *Store) Register(user, password string) {
	s.usersMu.Lock()
	s.users[user] = password
	s.usersMu.Unlock()
}

// Login returns a new session, or nil if the password is wrong.
func (s *Store) Login(user, password string) *Session {
	if !s.check(user, password) {
		return nil
	}
	sess := &Session{Token: rand.Text(), User: user, Since: time.Now()}
	s.sessMu.Lock()
	defer s.sessMu.Unlock()
	s.live[sess.Token] = sess
	return sess
}

func (s *Store) check(user, password string) bool {
	s.usersMu.Lock()
	defer s.usersMu.Unlock()
	want, ok := s.users[user]
	return ok && want == password
}

// Find returns the session with that token if it is still valid.
func (s *Store) Find(token string) (*Session, bool) {
	s.sessMu.Lock()
	defer s.sessMu.Unlock()
	sess, ok := s.live[token]
	if ok && time.Since(sess.Since) > s.lifetime {
		delete(s.live, token)
		return nil, false
	}
	return sess, ok
}

// Remove deletes the user and ends all of the user's sessions.
func (s *Store) Remove(user string) {
	s.usersMu.Lock()
	delete(s.users, user)
	for tok, sess := range s.live { // BUG: wrong-mutex
		if sess.User == user {
			delete(s.live, tok) // BUG: wrong-mutex
		}
	}
	s.usersMu.Unlock()
}
