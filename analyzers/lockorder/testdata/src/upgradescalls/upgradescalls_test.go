// Package upgradescalls stores, under the read lock, through a method that takes
// the write lock.
package upgradescalls

import (
	"sync"
	"testing"
)

var (
	mu   sync.RWMutex
	hits = map[string]int{}
)

func record(name string) {
	mu.Lock() // want `record locks mu, which the same goroutine holds since upgradescalls_test.go:22; a read lock cannot become a write lock.*\(lock-upgrade\)`
	hits[name]++
	mu.Unlock()
}

func visit(name string) int {
	mu.RLock()
	defer mu.RUnlock()
	if hits[name] == 0 {
		record(name)
	}
	return hits[name]
}

func TestVisit(t *testing.T) { visit("a") }
