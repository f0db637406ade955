// Package auth lets requests with a session pass.
package auth

import (
	"net/http"

	"tenth/race/sessions/good/session"
)

// Cookie is the name of the session cookie.
const Cookie = "sid"

// Middleware wraps handlers.
type Middleware struct {
	store *session.Store
}

// New makes a Middleware.
func New(s *session.Store) *Middleware { return &Middleware{store: s} }

// Require passes a request on if it has a live session.
func (m *Middleware) Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie(Cookie)
		if err != nil {
			http.Error(w, "no cookie", http.StatusUnauthorized)
			return
		}
		se, ok := m.store.Touch(c.Value)
		if !ok {
			http.Error(w, "expired", http.StatusUnauthorized)
			return
		}
		w.Header().Set("X-User", se.User)
		next.ServeHTTP(w, r)
	})
}
