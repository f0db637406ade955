// Package methodexpressions calls a method by its expression, under the lock that it needs.
package methodexpressions

import "sync"

type table struct {
	mu sync.Mutex
	n  int
}

func (t *table) kept() { t.n = 2 }

func (t *table) Reset() {
	t.mu.Lock()
	(*table).kept(t)
	t.mu.Unlock()
}

func (t *table) Set(n int) {
	t.mu.Lock()
	t.n = n
	t.mu.Unlock()
}

func (t *table) Get() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.n
}
