// Package bus delivers events to subscribers within a program.
package bus

import (
	"fmt"
	"slices"
	"sync"
)

// Event is something that happened.
type Event struct {
	Topic string
	Data  any
}

// Handler takes events.
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

// Bus is ready to use when zero.
type Bus struct {
	mu     sync.Mutex
	nextID int
	subs   map[string][]subscription
	errs   []error
	closed bool
}

// Subscribe calls h for each event of a topic until cancel is called.
func (b *Bus) Subscribe(topic string, h Handler) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[string][]subscription)
	}
	b.nextID++
	id := b.nextID
	b.subs[topic] = append(b.subs[topic], subscription{id, h})
	return func() { b.unsubscribe(topic, id) }
}

func (b *Bus) unsubscribe(topic string, id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.subs[topic]
	for i := range list {
		if list[i].id == id {
			b.subs[topic] = slices.Delete(list, i, i+1) // BUG: data-race
			return
		}
	}
}

// Emit delivers an event to everybody who listens now.
func (b *Bus) Emit(e Event) int {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return 0
	}
	list := b.subs[e.Topic] // BUG: data-race
	b.mu.Unlock()

	n := 0
	for _, s := range list { // BUG: data-race
		if s.h == nil {
			continue
		}
		b.deliver(s, e)
		n++
	}
	return n
}

// deliver survives handlers that panic.
func (b *Bus) deliver(s subscription, e Event) {
	defer func() {
		if r := recover(); r != nil {
			b.mu.Lock()
			b.errs = append(b.errs, fmt.Errorf("subscriber %d: %v", s.id, r))
			b.mu.Unlock()
		}
	}()
	s.h.Handle(e)
}

// Errors tells which handlers panicked.
func (b *Bus) Errors() []error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.errs)
}

// Close makes Emit a no-op.
func (b *Bus) Close() {
	b.mu.Lock()
	b.closed = true
	b.subs = nil
	b.mu.Unlock()
}
