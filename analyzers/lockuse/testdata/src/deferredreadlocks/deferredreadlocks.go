// Package deferredreadlocks defers RLock where RUnlock was meant, of a lock that it
// has got from another function.
package deferredreadlocks

import "sync"

type Table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func lookup(mu *sync.RWMutex, rows map[string]int, key string) int {
	mu.RLock()
	defer mu.RLock() // want `defer mu.RLock\(\) takes the lock again at the end of lookup, which holds it; (RUnlock|Unlock) was meant \(defer-lock\)`
	return rows[key]
}

func (t *Table) Row(key string) int { return lookup(&t.mu, t.rows, key) }

func (t *Table) Set(key string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[key] = n
}
