// Package bucket is a token bucket.
package bucket

import (
	"sync"
	"time"
)

// Bucket hands out tokens.
type Bucket struct {
	mu     sync.Mutex
	tokens float64
	max    float64
	rate   float64
	last   time.Time
}

// New makes a full bucket that gains rate tokens a second.
func New(max, rate float64, now time.Time) *Bucket {
	return &Bucket{tokens: max, max: max, rate: rate, last: now}
}

// Take removes a token if there is one.
func (b *Bucket) Take(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if d := now.Sub(b.last).Seconds(); d > 0 {
		b.tokens = min(b.max, b.tokens+d*b.rate)
		b.last = now
	}
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}
