// Package live has a value whose readers can wait for the next change.
package live

import (
	"context"
	"sync"
)

// Value is safe for concurrent use. Use New.
type Value[T any] struct {
	mu      sync.Mutex
	v       T
	version int
	changed chan struct{} // closed at the next change
}

func New[T any](v T) *Value[T] {
	return &Value[T]{v: v, changed: make(chan struct{})}
}

// Set stores v and wakes all who wait.
func (l *Value[T]) Set(v T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.v = v
	l.version++
	close(l.changed)
	l.changed = make(chan struct{})
}

// Get returns the value, its version, and a channel that is closed when there
// is a newer one.
func (l *Value[T]) Get() (v T, version int, changed <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.v, l.version, l.changed
}

// After waits for a version newer than the given one.
func (l *Value[T]) After(ctx context.Context, version int) (T, int, error) {
	for {
		v, n, changed := l.Get()
		if n > version {
			return v, n, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return v, n, ctx.Err()
		}
	}
}

// Each calls f for the current value and for later ones, until ctx is done. If
// values change faster than f works, f gets only the latest.
func (l *Value[T]) Each(ctx context.Context, f func(T)) {
	for version := -1; ; {
		v, n, err := l.After(ctx, version)
		if err != nil {
			return
		}
		f(v)
		version = n
	}
}
