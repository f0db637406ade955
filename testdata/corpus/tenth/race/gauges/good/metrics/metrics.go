// Package metrics counts things by label.
package metrics

import (
	"maps"
	"sync"
)

// Number is what a vector can hold.
type Number interface {
	~int64 | ~float64
}

// Vec is a set of values, one per label.
type Vec[T Number] struct {
	name string

	mu     sync.RWMutex
	values map[string]T
}

// NewVec makes an empty vector.
func NewVec[T Number](name string) *Vec[T] {
	return &Vec[T]{name: name, values: make(map[string]T)}
}

// Name is the vector's name.
func (v *Vec[T]) Name() string { return v.name }

// Add adds to a label's value.
func (v *Vec[T]) Add(label string, d T) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.values[label] += d
}

// Value is a label's value.
func (v *Vec[T]) Value(label string) T {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.values[label]
}

// Values gives the values of all labels.
func (v *Vec[T]) Values() map[string]T {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return maps.Clone(v.values)
}
