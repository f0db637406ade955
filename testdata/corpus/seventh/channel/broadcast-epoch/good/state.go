// Package epoch lets goroutines wait for changes of a value.
package epoch

import (
	"context"
	"sync"
)

// Var is a value whose changes can be awaited.
type Var[T any] struct {
	mu      sync.Mutex
	val     T
	version int
	changed chan struct{}
}

// NewVar makes a variable.
func NewVar[T any](v T) *Var[T] {
	return &Var[T]{val: v, changed: make(chan struct{})}
}

// Set changes the value and wakes all who wait.
func (v *Var[T]) Set(val T) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.val = val
	v.version++
	close(v.changed)
	v.changed = make(chan struct{})
}

// Get returns the value, its version and a channel that is closed at the next change.
func (v *Var[T]) Get() (T, int, <-chan struct{}) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.val, v.version, v.changed
}

// Until waits for a value that f accepts.
func (v *Var[T]) Until(ctx context.Context, f func(T) bool) (T, error) {
	for {
		val, _, next := v.Get()
		if f(val) {
			return val, nil
		}
		select {
		case <-next:
		case <-ctx.Done():
			return val, ctx.Err()
		}
	}
}
