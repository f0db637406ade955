// Package testdriven is a library whose tests run it in parallel.
package testdriven

import (
	"errors"
	"sync"
	"time"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("closed")

// A Bucket lets a bounded number of calls through in a while.
type Bucket struct {
	mu     sync.Mutex
	tokens int
	max    int
	closed bool
	now    func() time.Time
	last   time.Time
}

// New returns a full bucket.
func New(max int) *Bucket {
	b := &Bucket{max: max, now: time.Now}
	b.tokens = max
	b.last = b.now()
	return b
}

// Take takes a token, if there is one.
func (b *Bucket) Take() (bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return false, ErrClosed
	}
	b.refill()
	if b.tokens == 0 {
		return false, nil
	}
	b.tokens--
	return true, nil
}

func (b *Bucket) refill() {
	now := b.now()
	if now.Sub(b.last) > time.Second {
		b.tokens = b.max
		b.last = now
	}
}

// Left tells how many tokens there are.
func (b *Bucket) Left() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.tokens
}

// Max does not change after New.
func (b *Bucket) Max() int { return b.max }

// Close ends the bucket.
func (b *Bucket) Close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
}
