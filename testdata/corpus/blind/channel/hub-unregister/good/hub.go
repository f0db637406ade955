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
		close(c.send)
	}
}

// broadcast delivers text to everybody but its author.
func (h *hub) broadcast(from *client, text string) {
	line := fmt.Sprintf("<%s> %s", from.nick, text)
	time.Sleep(time.Millisecond) // format
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.clients {
		if c == from {
			continue
		}
		select {
		case c.send <- line:
		default: // too slow, skip
		}
	}
}
