package slots

import "sync"

// Slot holds a value; it is safe for concurrent use.
type Slot[T any] struct {
	mu      sync.Mutex
	val     T
	changes int
}

// New makes a slot.
func New[T any](v T) *Slot[T] {
	return &Slot[T]{val: v}
}

// Load returns the value.
func (s *Slot[T]) Load() T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.val
}

// Store sets the value.
func (s *Slot[T]) Store(v T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.val = v
	s.changes++
}

// Swap exchanges the values of two slots.
func (s *Slot[T]) Swap(o *Slot[T]) {
	if s == o {
		return
	}
	s.mu.Lock() // BUG: lock-order
	defer s.mu.Unlock()
	o.mu.Lock() // BUG: lock-order
	defer o.mu.Unlock()
	s.val, o.val = o.val, s.val
	s.changes++
	o.changes++
}

// Changes counts the changes.
func (s *Slot[T]) Changes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changes
}
