package undo

import (
	"errors"
	"sync"
)

var ErrNothing = errors.New("undo: nothing to undo")

// Step can be taken back.
type Step interface {
	Revert() error
}

type stack[T any] struct {
	sync.Mutex
	items []T
}

func (s *stack[T]) Clear() {
	s.Lock()
	defer s.Unlock()
	s.items = nil
}

// Journal remembers the last steps.
type Journal struct {
	stack[Step]
	limit int
}

// NewJournal keeps at most limit steps; with limit 0 nothing can be undone.
func NewJournal(limit int) *Journal { return &Journal{limit: limit} }

func (j *Journal) Push(s Step) {
	j.Lock()
	defer j.Unlock()
	if j.limit == 0 {
		j.items = nil
		return
	}
	if len(j.items) == j.limit {
		copy(j.items, j.items[1:])
		j.items = j.items[:j.limit-1]
	}
	j.items = append(j.items, s)
}

// SetLimit changes the number of steps and drops what is too old.
func (j *Journal) SetLimit(n int) {
	j.Lock()
	defer j.Unlock()
	j.limit = n
	if d := len(j.items) - n; d > 0 {
		j.items = j.items[d:]
	}
}

// Undo reverts the last step.
func (j *Journal) Undo() error {
	j.Lock()
	n := len(j.items)
	if n == 0 {
		j.Unlock()
		return ErrNothing
	}
	s := j.items[n-1]
	j.items = j.items[:n-1]
	j.Unlock()
	return s.Revert()
}
