// Package bus passes events to subscribers.
package bus

import (
	"sync"
)

// Event is something that happened.
type Event struct {
	Topic string
	Data  any
}

// Handler reacts to an event.
type Handler interface {
	Handle(Event)
}

// HandlerFunc makes a Handler of a function.
type HandlerFunc func(Event)

// Handle calls f.
func (f HandlerFunc) Handle(e Event) { f(e) }

type subscription struct {
	id int
	h  Handler
}

// Bus knows the subscribers of each topic.
type Bus struct {
	mu     sync.Mutex
	nextID int
	topics map[string][]subscription
	sent   int
}

// New makes a bus without subscribers.
func New() *Bus {
	return &Bus{topics: make(map[string][]subscription)}
}

// Subscribe adds a handler and returns a number for Unsubscribe.
func (b *Bus) Subscribe(topic string, h Handler) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.nextID++
	b.topics[topic] = append(b.topics[topic], subscription{b.nextID, h})
	return b.nextID
}

// Unsubscribe removes a handler.
func (b *Bus) Unsubscribe(topic string, id int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	subs := b.topics[topic]
	for i, s := range subs {
		if s.id == id {
			b.topics[topic] = append(subs[:i], subs[i+1:]...) // BUG: guarded-escape, data-race
			return true
		}
	}
	return false
}

// Once subscribes for a single event.
func (b *Bus) Once(topic string, h Handler) {
	var (
		id   int
		once sync.Once
		set  = make(chan struct{})
	)
	id = b.Subscribe(topic, HandlerFunc(func(e Event) {
		once.Do(func() {
			<-set
			b.Unsubscribe(topic, id)
			h.Handle(e)
		})
	}))
	close(set)
}

func (b *Bus) subscribers(topic string) []subscription {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sent++
	return b.topics[topic] // BUG: guarded-escape
}

// Publish calls all handlers of the event's topic.
func (b *Bus) Publish(e Event) int {
	n := 0
	for _, s := range b.subscribers(e.Topic) { // BUG: guarded-escape, data-race
		s.h.Handle(e) // BUG: guarded-escape, data-race
		n++
	}
	return n
}

// Sent tells how many events were published.
func (b *Bus) Sent() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sent
}
