// Package memory keeps a stock in memory.
package memory

import (
	"fmt"
	"sync"

	"seventh/race/stock-layers/good"
)

// Memory is the plain store.
type Memory struct {
	mu  sync.RWMutex
	qty map[string]int
}

var _ stock.Store = (*Memory)(nil)

// New makes an empty store.
func New() *Memory { return &Memory{qty: make(map[string]int)} }

// Quantity returns the pieces of an article.
func (m *Memory) Quantity(article string) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n, ok := m.qty[article]
	if !ok {
		return 0, stock.ErrUnknown
	}
	return n, nil
}

// Change adds or takes pieces.
func (m *Memory) Change(article string, by int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := m.qty[article] + by
	if n < 0 {
		return fmt.Errorf("memory: only %d of %s", m.qty[article], article)
	}
	m.qty[article] = n
	return nil
}
