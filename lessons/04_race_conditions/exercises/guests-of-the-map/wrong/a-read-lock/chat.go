// Package chat has rooms in which people talk.
package chat

import (
	"fmt"
	"strings"
	"sync"
)

// A Room knows who is in it. People come and go at any time.
type Room struct {
	mu      sync.RWMutex // guards members
	members map[string]bool
}

// NewRoom returns an empty room.
func NewRoom() *Room {
	return &Room{members: make(map[string]bool)}
}

// Join lets somebody in.
func (r *Room) Join(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members[name] = true
}

// Leave lets somebody out.
func (r *Room) Leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.members, name)
}

// Members returns who is in the room at this moment. The caller may change it.
func (r *Room) Members() map[string]bool {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.members
}

// Welcome greets everybody in the room.
func (r *Room) Welcome() string {
	var b strings.Builder
	for name := range r.Members() {
		fmt.Fprintf(&b, "Hello %s\n", name)
	}
	return b.String()
}
