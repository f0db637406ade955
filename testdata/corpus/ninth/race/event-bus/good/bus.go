// Package bus delivers events inside one program.
package bus

import "sync"

// Handler is called with the payload of an event.
type Handler func(payload any)

// Option changes a new Bus.
type Option func(*Bus)

// WithTrace calls fn with the name of each event.
func WithTrace(fn func(event string)) Option {
	return func(b *Bus) { b.trace = fn }
}

// Bus knows the handlers of all events.
type Bus struct {
	mu       sync.Mutex
	handlers map[string][]Handler
	trace    func(string)
}

// New makes a Bus.
func New(opts ...Option) *Bus {
	b := &Bus{handlers: make(map[string][]Handler)}
	for _, opt := range opts {
		opt(b)
	}
	return b
}

// On adds a handler for an event.
func (b *Bus) On(event string, h Handler) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[event] = append(b.handlers[event], h)
}

// Off removes all handlers of an event.
func (b *Bus) Off(event string) {
	b.mu.Lock()
	delete(b.handlers, event)
	b.mu.Unlock()
}

// Emit calls the handlers of an event one after the other.
func (b *Bus) Emit(event string, payload any) int {
	if b.trace != nil {
		b.trace(event)
	}
	b.mu.Lock()
	hs, ok := b.handlers[event]
	b.mu.Unlock()
	if !ok {
		return 0
	}
	for _, h := range hs {
		h(payload)
	}
	return len(hs)
}
