// Package lazy makes a value at first use.
package lazy

import (
	"sync"
	"sync/atomic"
)

// Value is made by New at first use; a failed New is tried again.
type Value[T any] struct {
	New func() (*T, error)
	mu  sync.Mutex
	p   atomic.Pointer[T]
}

// Get returns the value.
func (v *Value[T]) Get() (*T, error) {
	if p := v.p.Load(); p != nil {
		return p, nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if p := v.p.Load(); p != nil {
		return p, nil
	}
	p, err := v.New()
	if err != nil {
		return nil, err
	}
	v.p.Store(p)
	return p, nil
}
