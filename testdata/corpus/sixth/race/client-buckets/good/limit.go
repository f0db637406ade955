// Package limit slows down clients that ask too often.
package limit

import (
	"net/http"
	"sync"
	"time"
)

type bucket struct {
	tokens float64
	last   time.Time
}

// Limiter gives every client its own bucket of tokens.
type Limiter struct {
	mu      sync.Mutex
	rate    float64
	burst   float64
	clients map[string]*bucket
	now     func() time.Time
}

// New makes a limiter that allows rate requests a second.
func New(rate, burst float64) *Limiter {
	return &Limiter{rate: rate, burst: burst, clients: make(map[string]*bucket), now: time.Now}
}

func (l *Limiter) bucket(client string) *bucket {
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.clients[client]
	if !ok {
		b = &bucket{tokens: l.burst, last: l.now()}
		l.clients[client] = b
	}
	return b
}

func (b *bucket) take(now time.Time, rate, burst float64) bool {
	b.tokens = min(burst, b.tokens+now.Sub(b.last).Seconds()*rate)
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

// Allow tells whether the client may go on.
func (l *Limiter) Allow(client string) bool {
	b := l.bucket(client)
	l.mu.Lock()
	defer l.mu.Unlock()
	return b.take(l.now(), l.rate, l.burst)
}

// Forget drops clients that were quiet for long.
func (l *Limiter) Forget(age time.Duration) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for c, b := range l.clients {
		if l.now().Sub(b.last) > age {
			delete(l.clients, c)
			n++
		}
	}
	return n
}

// Wrap puts the limiter before a handler.
func (l *Limiter) Wrap(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !l.Allow(r.Header.Get("X-Client")) {
			http.Error(w, "slow down", http.StatusTooManyRequests)
			return
		}
		h.ServeHTTP(w, r)
	})
}
