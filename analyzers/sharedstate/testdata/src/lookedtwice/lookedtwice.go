// Package lookedtwice asks again, and more, under the lock that puts.
package lookedtwice

import (
	"errors"
	"sync"
)

var ErrTaken = errors.New("taken")

type Names struct {
	mu    sync.RWMutex
	names map[string]uint64
	next  uint64
}

func New() *Names { return &Names{names: map[string]uint64{}} }

func (n *Names) has(name string) bool {
	n.mu.RLock()
	defer n.mu.RUnlock()
	_, ok := n.names[name]
	return ok
}

// Claim turns most duplicates away without the write lock, and looks again with it.
func (n *Names) Claim(name string) (uint64, error) {
	if n.has(name) {
		return 0, ErrTaken
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if id, taken := n.names[name]; taken && id != 0 {
		return 0, ErrTaken
	}
	n.next++
	n.names[name] = n.next
	return n.next, nil
}
