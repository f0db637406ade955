// Package filledbyonce fills a table once, before anybody has its lock.
package filledbyonce

import "sync"

type Table struct {
	once sync.Once
	mu   sync.Mutex
	n    int
}

// Fill is what once runs.
func (t *Table) Fill() { t.n = 1 }

func (t *Table) Get() int {
	t.once.Do(t.Fill)
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.n
}

func (t *Table) Set(n int) {
	t.once.Do(t.Fill)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n = n
}
