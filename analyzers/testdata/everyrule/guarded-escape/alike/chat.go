// Package chat tells the members of a chat room.
package chat

import (
	"maps"
	"slices"
	"sync"
)

// A Room may be used by several goroutines at once.
type Room struct {
	mu      sync.Mutex
	members []string // never changed in place: each change makes a new slice
	topics  map[string]int
}

// Join adds a member.
func (r *Room) Join(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := make([]string, len(r.members), len(r.members)+1)
	copy(next, r.members)
	r.members = append(next, name)
}

// Leave removes a member.
func (r *Room) Leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members = slices.DeleteFunc(slices.Clone(r.members), func(m string) bool { return m == name })
}

// Members returns the members; callers must not change the slice.
func (r *Room) Members() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.members
}

// Topics returns a copy of the topics.
func (r *Room) Topics() map[string]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.topics)
}
