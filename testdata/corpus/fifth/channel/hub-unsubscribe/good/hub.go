// Package hub sends messages to all subscribers.
package hub

import (
	"sync"
)

// Message is what subscribers get.
type Message struct {
	Topic string
	Body  []byte
}

// Sub is one subscription.
type Sub struct {
	C     <-chan Message
	c     chan Message
	done  chan struct{}
	topic string
	hub   *Hub
	once  sync.Once
}

// Hub may be used by several goroutines.
type Hub struct {
	mu   sync.Mutex
	subs map[string]map[*Sub]struct{}
}

// New returns an empty hub.
func New() *Hub {
	return &Hub{subs: make(map[string]map[*Sub]struct{})}
}

// Subscribe listens to a topic.
func (h *Hub) Subscribe(topic string, room int) *Sub {
	c := make(chan Message, room)
	s := &Sub{C: c, c: c, done: make(chan struct{}), topic: topic, hub: h}
	h.mu.Lock()
	defer h.mu.Unlock()
	set, ok := h.subs[topic]
	if !ok {
		set = make(map[*Sub]struct{})
		h.subs[topic] = set
	}
	set[s] = struct{}{}
	return s
}

// Cancel ends the subscription. It may be called several times.
// The channel C stays open; nothing is sent on it any more.
func (s *Sub) Cancel() {
	s.once.Do(func() {
		s.hub.mu.Lock()
		delete(s.hub.subs[s.topic], s)
		s.hub.mu.Unlock()
		close(s.done)
	})
}

func (h *Hub) listeners(topic string) []*Sub {
	h.mu.Lock()
	defer h.mu.Unlock()
	list := make([]*Sub, 0, len(h.subs[topic]))
	for s := range h.subs[topic] {
		list = append(list, s)
	}
	return list
}

// Publish waits for slow subscribers unless they cancel.
func (h *Hub) Publish(m Message) (sent int) {
	for _, s := range h.listeners(m.Topic) {
		select {
		case s.c <- m:
			sent++
		case <-s.done:
		}
	}
	return sent
}
