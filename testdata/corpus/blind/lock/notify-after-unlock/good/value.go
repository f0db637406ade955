// Package observe has a value with watchers.
package observe

import (
	"slices"
	"sync"
)

type watcher[T any] struct {
	f    func(old, new T)
	once bool
}

// Value holds a T and tells watchers about changes. Watchers may use the
// value and add or remove watchers.
type Value[T comparable] struct {
	mu       sync.Mutex
	cur      T
	watchers []*watcher[T]
}

// Get returns the value.
func (v *Value[T]) Get() T {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.cur
}

// Set changes the value.
func (v *Value[T]) Set(x T) {
	v.Update(func(T) T { return x })
}

// Update replaces the value by f of it; f must not use v.
func (v *Value[T]) Update(f func(T) T) {
	v.mu.Lock()
	old := v.cur
	v.cur = f(old)
	now := v.cur
	if now == old {
		v.mu.Unlock()
		return
	}
	ws := slices.Clone(v.watchers)
	v.watchers = slices.DeleteFunc(v.watchers, func(w *watcher[T]) bool { return w.once })
	v.mu.Unlock()

	for _, w := range ws {
		w.f(old, now)
	}
}

// Watch calls f after each change.
func (v *Value[T]) Watch(f func(old, new T)) (stop func()) {
	return v.add(&watcher[T]{f: f})
}

// Once calls f after the next change.
func (v *Value[T]) Once(f func(old, new T)) (stop func()) {
	return v.add(&watcher[T]{f: f, once: true})
}

func (v *Value[T]) add(w *watcher[T]) func() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.watchers = append(v.watchers, w)
	return func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		if i := slices.Index(v.watchers, w); i >= 0 {
			v.watchers = slices.Delete(v.watchers, i, i+1)
		}
	}
}
