// Package callbacksright calls what others have registered without its lock, or was asked to
// call it with the lock.
package callbacksright

import (
	"slices"
	"sync"
)

type Topic struct {
	mu        sync.Mutex
	listeners []func(string)
	last      string
}

func (t *Topic) Subscribe(f func(string)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.listeners = append(t.listeners, f)
}

// A copy is called.
func (t *Topic) Publish(text string) {
	t.mu.Lock()
	listeners := slices.Clone(t.listeners)
	t.mu.Unlock()
	for _, f := range listeners {
		f(text)
	}
}

// The lock is released around the call.
func (t *Topic) First(text string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.listeners) > 0 {
		f := t.listeners[0]
		t.mu.Unlock()
		f(text)
		t.mu.Lock()
	}
	t.last = text
}

// Update calls f under the lock: that is what it is for.
func (t *Topic) Update(f func(last string) string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = f(t.last)
}

// What is called is known.
func (t *Topic) Clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.reset()
	func() { t.listeners = nil }()
}

func (t *Topic) reset() { t.last = "" }
