package main

import (
	"strings"
	"sync"
)

// User is somebody who is logged in.
type User struct {
	srv  *Server
	nick string

	mu      sync.Mutex
	inbox   []string
	mention int
}

func (u *User) deliver(text string) {
	u.mu.Lock() // BUG: lock-order
	defer u.mu.Unlock()
	u.inbox = append(u.inbox, text)
	if nick, ok := strings.CutPrefix(text, "@"); ok && u.srv.known(nick) { // BUG: lock-order
		u.mention++
	}
}

func (u *User) Unread() int {
	u.mu.Lock()
	defer u.mu.Unlock()
	return len(u.inbox)
}
