// Package handedthrough hands out what a lock guards through helpers that are called under it.
package handedthrough

import (
	"maps"
	"sync"
)

type Room struct {
	mu      sync.Mutex
	members map[string]int
}

func NewRoom() *Room { return &Room{members: make(map[string]int)} }

func (r *Room) Join(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members[name]++ // related `the content is changed here, under the lock`
}

func (r *Room) all() map[string]int { return r.members }

func (r *Room) Members() map[string]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all() // want `^likely data race: Members returns the map r.members itself, not a copy; whoever reads it does so without r.mu, which Join holds when it changes it \(guarded-escape\)$`
}

// A Hall copies what its helper gives it.
type Hall struct {
	mu    sync.Mutex
	seats map[string]int
}

func (h *Hall) Take(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.seats[name]++
}

func (h *Hall) allLocked() map[string]int { return h.seats }

func (h *Hall) Seats() map[string]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.allLocked())
}

// inner is called under the lock as well.
func (h *Hall) inner() map[string]int { return h.allLocked() }

func (h *Hall) Count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.inner())
}
