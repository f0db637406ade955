package main

import "sync"

// Room is a place to talk.
type Room struct {
	srv  *Server
	name string

	mu      sync.Mutex
	members map[*User]bool
	lines   []string
}

func (r *Room) Size() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.members)
}

func (r *Room) Enter(u *User) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members[u] = true
}

// Say delivers a line to all members.
func (r *Room) Say(from *User, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines = append(r.lines, from.nick+": "+text)
	for u := range r.members {
		u.deliver(text)
	}
}
