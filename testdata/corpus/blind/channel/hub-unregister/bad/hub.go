package main

import (
	"fmt"
	"sync"
	"time"
)

type client struct {
	nick string
	send chan string
}

// hub passes what one client says to all others.
type hub struct {
	mu      sync.Mutex
	clients map[*client]bool
}

func newHub() *hub {
	return &hub{clients: map[*client]bool{}}
}

func (h *hub) register(nick string) *client {
	c := &client{nick: nick, send: make(chan string, 4)}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.clients[c] = true
	return c
}

func (h *hub) unregister(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.clients[c] {
		delete(h.clients, c)
		close(c.send) // BUG: send-on-closed
	}
}

func (h *hub) others(from *client) []*client {
	h.mu.Lock()
	defer h.mu.Unlock()
	var cs []*client
	for c := range h.clients {
		if c != from {
			cs = append(cs, c)
		}
	}
	return cs
}

// broadcast delivers text to everybody but its author.
func (h *hub) broadcast(from *client, text string) {
	line := fmt.Sprintf("<%s> %s", from.nick, text)
	for _, c := range h.others(from) {
		time.Sleep(time.Millisecond) // format for the client
		select {
		case c.send <- line: // BUG: send-on-closed
		default: // too slow, skip
		}
	}
}
