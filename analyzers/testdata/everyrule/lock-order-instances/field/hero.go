// Package hero is about the heroes of a game and their bags.
package hero

import "sync"

type bag struct {
	mu    sync.Mutex
	items []string
}

// A Hero may be used by several goroutines at once.
type Hero struct {
	Name string
	bag  bag
}

// Find puts an item into the bag.
func (h *Hero) Find(item string) {
	h.bag.mu.Lock()
	defer h.bag.mu.Unlock()
	h.bag.items = append(h.bag.items, item)
}

// Rob takes all that another hero has.
func (h *Hero) Rob(victim *Hero) {
	if h == victim {
		return
	}
	h.bag.mu.Lock()
	defer h.bag.mu.Unlock()
	victim.bag.mu.Lock() // BUG
	defer victim.bag.mu.Unlock()
	h.bag.items = append(h.bag.items, victim.bag.items...)
	victim.bag.items = nil
}
