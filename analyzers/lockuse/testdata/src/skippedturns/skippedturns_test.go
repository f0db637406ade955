// Package skippedturns goes on to the next turn of a loop with the lock held.
package skippedturns

import (
	"sync"
	"testing"
)

type tally struct {
	mu     sync.Mutex
	counts map[string]int
}

func (t *tally) addAll(words []string) {
	for _, w := range words {
		t.mu.Lock() // want `on some way addAll leaves without unlocking t.mu.*skippedturns_test.go:16.*\(missing-unlock\)`
		if w == "" {
			continue
		}
		t.counts[w]++
		t.mu.Unlock()
	}
}

func TestEmptyWords(t *testing.T) {
	counts := &tally{counts: make(map[string]int)}
	counts.addAll([]string{"a", "", "b"})
}
