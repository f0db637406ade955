// Package doorbell wakes waiting goroutines exactly once.
package doorbell

import (
	"errors"
	"sync/atomic"
	"time"
)

// ErrTimeout is returned by Wait.
var ErrTimeout = errors.New("doorbell: nobody rang")

// Bell is rung once.
type Bell struct {
	rung  atomic.Bool
	by    string
	heard chan struct{}
}

// New returns a bell.
func New() *Bell { return &Bell{heard: make(chan struct{})} }

// Ring wakes everybody and reports whether this call was the first.
func (b *Bell) Ring(who string) bool {
	if !b.rung.CompareAndSwap(false, true) {
		return false
	}
	b.by = who
	close(b.heard)
	return true
}

// Wait returns who rang.
func (b *Bell) Wait(d time.Duration) (string, error) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-b.heard:
		return b.by, nil
	case <-t.C:
		return "", ErrTimeout
	}
}
