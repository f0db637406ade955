// Package httpservers serves HTTP from guarded sessions.
package httpservers

import (
	"net/http"
	"sync"
	"time"
)

type session struct {
	user string
	seen time.Time
}

type server struct {
	mu       sync.RWMutex
	sessions map[string]*session
	requests int
	mux      *http.ServeMux
	started  time.Time
}

func newServer() *server {
	s := &server{sessions: map[string]*session{}, mux: http.NewServeMux()}
	s.started = time.Now()
	s.mux.HandleFunc("/login", s.login)
	s.mux.HandleFunc("/who", s.who)
	s.mux.Handle("/count", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.RLock()
		defer s.mu.RUnlock()
		w.Header().Set("n", s.started.String())
		_ = s.requests
	}))
	go s.expire(time.Minute)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.requests++
	s.mu.Unlock()
	s.mux.ServeHTTP(w, r)
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[id] = &session{user: r.FormValue("user"), seen: time.Now()}
}

func (s *server) lookup(id string) (session, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	se, ok := s.sessions[id]
	if !ok {
		return session{}, false
	}
	return *se, true
}

func (s *server) who(w http.ResponseWriter, r *http.Request) {
	se, ok := s.lookup(r.FormValue("id"))
	if !ok {
		http.Error(w, "no", 404)
		return
	}
	w.Write([]byte(se.user))
}

func (s *server) expire(d time.Duration) {
	for now := range time.Tick(d) {
		s.mu.Lock()
		for id, se := range s.sessions {
			if now.Sub(se.seen) > d {
				delete(s.sessions, id)
			}
		}
		s.mu.Unlock()
	}
}
