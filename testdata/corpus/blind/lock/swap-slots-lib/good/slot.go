package slots

import "sync"

// Slot holds a value; it is safe for concurrent use.
type Slot[T any] struct {
	mu      sync.Mutex
	id      uint64
	val     T
	changes int
}

var (
	idMu   sync.Mutex
	lastID uint64
)

// New makes a slot.
func New[T any](v T) *Slot[T] {
	idMu.Lock()
	defer idMu.Unlock()
	lastID++
	return &Slot[T]{id: lastID, val: v}
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
	a, b := s, o
	if b.id < a.id {
		a, b = b, a
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
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
