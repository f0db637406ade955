// Package inventory counts goods.
package inventory

import (
	"iter"
	"sync"
)

// Inventory holds amounts by name.
type Inventory struct {
	mu    sync.RWMutex
	goods map[string]int
}

// New makes an empty inventory.
func New() *Inventory {
	return &Inventory{goods: make(map[string]int)}
}

// Add changes the amount of a good.
func (v *Inventory) Add(name string, n int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.goods[name] += n // BUG: guarded-escape, map-concurrent, data-race
}

// All goes over all goods.
func (v *Inventory) All() iter.Seq2[string, int] {
	v.mu.RLock() // BUG: guarded-escape, unlocked-read
	defer v.mu.RUnlock()
	return func(yield func(string, int) bool) { // BUG: guarded-escape, unlocked-read
		for name, n := range v.goods { // BUG: guarded-escape, unlocked-read, map-concurrent, data-race
			if !yield(name, n) {
				return
			}
		}
	}
}

// Total sums all amounts.
func (v *Inventory) Total() int {
	sum := 0
	for _, n := range v.All() { // BUG: guarded-escape, unlocked-read, map-concurrent, data-race
		sum += n
	}
	return sum
}
