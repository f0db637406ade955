// Package hookbus calls hooks that may add further hooks.
package hookbus

import "sync"

// Hook receives an event; it may use the bus.
type Hook func(b *Bus, event string)

// Bus is safe for concurrent use.
type Bus struct {
	mu    sync.Mutex
	hooks []Hook
	fired int
}

// Add appends a hook.
func (b *Bus) Add(h Hook) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.hooks = append(b.hooks, h)
}

// Fire calls all hooks, including those added meanwhile.
func (b *Bus) Fire(event string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := 0; i < len(b.hooks); i++ {
		h := b.hooks[i]
		b.call(h, event)
	}
	b.fired++
}

// call is entered and left with b.mu held.
func (b *Bus) call(h Hook, event string) {
	b.mu.Unlock()
	defer b.mu.Lock()
	h(b, event)
}

// Fired counts completed events.
func (b *Bus) Fired() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.fired
}
