package limiter

import (
	"errors"
	"sync"
	"time"
)

var ErrUnknownClient = errors.New("limiter: client is not registered")

type bucket struct {
	tokens float64
	last   time.Time
}

// Limiter is a token bucket per client. It may be used by many request handlers at the same time.
type Limiter struct {
	perSecond float64
	burst     float64

	mu      sync.Mutex
	buckets map[string]*bucket
}

func New(perSecond float64, burst int) *Limiter {
	return &Limiter{perSecond: perSecond, burst: float64(burst), buckets: make(map[string]*bucket)}
}

func (l *Limiter) Register(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, dup := l.buckets[client]; dup {
		return
	}
	l.buckets[client] = &bucket{tokens: l.burst, last: time.Now()}
}

// Allow reports whether client may do one more request now.
func (l *Limiter) Allow(client string) (bool, error) {
	l.mu.Lock() // BUG: missing-unlock
	b := l.buckets[client]
	if b == nil {
		return false, ErrUnknownClient // BUG: missing-unlock
	}

	now := time.Now()
	b.tokens = min(l.burst, b.tokens+now.Sub(b.last).Seconds()*l.perSecond)
	b.last = now
	if b.tokens < 1 {
		l.mu.Unlock()
		return false, nil
	}
	b.tokens--
	l.mu.Unlock()
	return true, nil
}
