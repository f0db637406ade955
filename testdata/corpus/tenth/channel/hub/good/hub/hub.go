// Package hub passes messages to all connected clients.
package hub

import "sync"

// Hub owns the set of clients; only its loop touches it.
type Hub struct {
	join    chan *Client
	leave   chan *Client
	post    chan string
	quit    chan struct{}
	stopped chan struct{}
	clients map[*Client]bool
	pumps   sync.WaitGroup
}

// New starts a hub.
func New() *Hub {
	h := &Hub{
		join:    make(chan *Client),
		leave:   make(chan *Client),
		post:    make(chan string),
		quit:    make(chan struct{}),
		stopped: make(chan struct{}),
		clients: make(map[*Client]bool),
	}
	go h.loop()
	return h
}

func (h *Hub) loop() {
	defer close(h.stopped)
	for {
		select {
		case c := <-h.join:
			h.clients[c] = true
		case c := <-h.leave:
			h.remove(c)
		case msg := <-h.post:
			h.broadcast(msg)
		case <-h.quit:
			for c := range h.clients {
				h.remove(c)
			}
			return
		}
	}
}

func (h *Hub) remove(c *Client) {
	if h.clients[c] {
		delete(h.clients, c)
		close(c.send)
	}
}

func (h *Hub) broadcast(msg string) {
	for c := range h.clients {
		select {
		case c.send <- msg:
		default:
			// too slow: its pump sees the end of the channel
			h.remove(c)
		}
	}
}

// Post sends a message to all clients.
func (h *Hub) Post(msg string) {
	select {
	case h.post <- msg:
	case <-h.stopped:
	}
}

// Stop disconnects all clients and waits for their pumps.
func (h *Hub) Stop() {
	close(h.quit)
	<-h.stopped
	h.pumps.Wait()
}
