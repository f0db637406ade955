// Package plugin runs hooks that other packages register.
package plugin

import (
	"fmt"
	"sync"
)

// Event is what hooks get.
type Event struct {
	Topic string
	Attrs map[string]string
}

// Hook handles an event.
type Hook interface {
	Name() string
	Handle(e *Event) error
}

type entry struct {
	hook  Hook
	calls int
	errs  int
}

// Registry holds the hooks of each topic.
type Registry struct {
	mu      sync.Mutex
	entries map[string][]*entry
	total   int
}

// Register adds a hook to a topic.
func (r *Registry) Register(topic string, h Hook) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.entries == nil {
		r.entries = make(map[string][]*entry)
	}
	for _, e := range r.entries[topic] {
		if e.hook.Name() == h.Name() {
			return fmt.Errorf("plugin: %s is registered for %s", h.Name(), topic)
		}
	}
	r.entries[topic] = append(r.entries[topic], &entry{hook: h})
	return nil
}

// Fire calls the hooks of the event's topic, one after the other.
func (r *Registry) Fire(ev *Event) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total++
	var first error
	for _, e := range r.entries[ev.Topic] {
		e.calls++
		if err := e.hook.Handle(ev); err != nil {
			e.errs++
			if first == nil {
				first = fmt.Errorf("hook %s: %w", e.hook.Name(), err)
			}
		}
	}
	return first
}

// Counts tells how often a hook was called and how often it failed.
func (r *Registry) Counts(topic, name string) (calls, errs int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, e := range r.entries[topic] {
		if e.hook.Name() == name {
			return e.calls, e.errs
		}
	}
	return 0, 0
}
