// Package chat keeps the members of a chat room.
package chat

import (
	"sync"
	"time"
)

// A Room may be used by several goroutines at once.
type Room struct {
	mu      sync.Mutex
	members map[string]time.Time
}

// NewRoom returns an empty room.
func NewRoom() *Room {
	return &Room{members: make(map[string]time.Time)}
}

// Join adds a member.
func (r *Room) Join(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members[name] = time.Now()
}

// Leave removes a member.
func (r *Room) Leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.members, name)
}

func (r *Room) all() map[string]time.Time {
	return r.members // BUG?
}

// Members tells who is in the room since when.
func (r *Room) Members() map[string]time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all() // BUG?
}
