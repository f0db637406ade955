// Package ring is a blocking ring buffer with generics.
package ring

import (
	"context"
	"sync"
)

// Ring passes values from many writers to many readers.
type Ring[T any] struct {
	free, full chan struct{}

	mu   sync.Mutex
	buf  []T
	r, w int
}

// New returns a ring with n places.
func New[T any](n int) *Ring[T] {
	r := &Ring[T]{
		free: make(chan struct{}, n),
		full: make(chan struct{}, n),
		buf:  make([]T, n),
	}
	for range n {
		r.free <- struct{}{}
	}
	return r
}

func take(ctx context.Context, c <-chan struct{}) error {
	select {
	case <-c:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Put waits for a place.
func (r *Ring[T]) Put(ctx context.Context, v T) error {
	if err := take(ctx, r.free); err != nil {
		return err
	}
	r.mu.Lock()
	r.buf[r.w] = v
	r.w = (r.w + 1) % len(r.buf)
	r.mu.Unlock()
	r.full <- struct{}{} // has room: there are never more than n tokens
	return nil
}

// Get waits for a value.
func (r *Ring[T]) Get(ctx context.Context) (v T, err error) {
	if err := take(ctx, r.full); err != nil {
		return v, err
	}
	r.mu.Lock()
	v, r.buf[r.r] = r.buf[r.r], v
	r.r = (r.r + 1) % len(r.buf)
	r.mu.Unlock()
	r.free <- struct{}{}
	return v, nil
}

// Len is a snapshot.
func (r *Ring[T]) Len() int { return len(r.full) }
