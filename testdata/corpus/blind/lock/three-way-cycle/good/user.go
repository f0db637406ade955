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
	nick, at := strings.CutPrefix(text, "@")
	known := at && u.srv.known(nick)
	u.mu.Lock()
	defer u.mu.Unlock()
	u.inbox = append(u.inbox, text)
	if known {
		u.mention++
	}
}

func (u *User) Unread() int {
	u.mu.Lock()
	defer u.mu.Unlock()
	return len(u.inbox)
}
