// Package bus lets parts of a program tell each other what happened.
package bus

import (
	"slices"
	"sync"
)

// Event is something that happened.
type Event struct {
	Topic string
	Data  any
}

// Handler gets events.
type Handler func(Event)

type subscription struct {
	id    int
	topic string
	fn    Handler
}

// Bus passes events on. The zero value is ready for use.
type Bus struct {
	mu   sync.Mutex
	next int
	subs []*subscription
	sent map[string]int
}

// Subscribe adds a handler for a topic and returns the number by which it
// can be removed.
func (b *Bus) Subscribe(topic string, fn Handler) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	b.subs = append(b.subs, &subscription{id: b.next, topic: topic, fn: fn})
	return b.next
}

// Unsubscribe removes a handler.
func (b *Bus) Unsubscribe(id int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(b.subs)
	b.subs = slices.DeleteFunc(b.subs, func(s *subscription) bool { return s.id == id })
	return len(b.subs) < n
}

// Emit calls the handlers of a topic in the order they came.
func (b *Bus) Emit(topic string, data any) int {
	b.mu.Lock()
	if b.sent == nil {
		b.sent = make(map[string]int)
	}
	b.sent[topic]++
	subs := slices.Clone(b.subs)
	b.mu.Unlock()
	n := 0
	for _, s := range subs {
		if s.topic == topic {
			s.fn(Event{Topic: topic, Data: data})
			n++
		}
	}
	return n
}

// Topics lists the topics somebody listens to.
func (b *Bus) Topics() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []string
	for _, s := range b.subs {
		if !slices.Contains(out, s.topic) {
			out = append(out, s.topic)
		}
	}
	return out
}

// Sent is the number of events of a topic.
func (b *Bus) Sent(topic string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sent[topic]
}
