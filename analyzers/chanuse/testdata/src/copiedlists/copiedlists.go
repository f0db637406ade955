// Package copiedlists sends to the channels of a copy, which others close in the meantime.
package copiedlists

import (
	"maps"
	"slices"
	"sync"
)

// A Bus copies its channels one by one.
type Bus[T any] struct {
	mu   sync.RWMutex
	next int
	subs map[int]chan T
}

func (b *Bus[T]) Subscribe() (<-chan T, func()) {
	ch := make(chan T, 4)
	b.mu.Lock()
	id := b.next
	b.next++
	b.subs[id] = ch
	b.mu.Unlock()
	return ch, func() { b.remove(id) }
}

func (b *Bus[T]) remove(id int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ch, ok := b.subs[id]; ok {
		delete(b.subs, id)
		close(ch) // want `^likely panic: remove closes a channel of subs under a lock that Publish has given up again when it sends to the channels of its copy: a send to this one panics \(close-while-sending\)$`
	}
}

func (b *Bus[T]) Publish(msg T) {
	b.mu.RLock()
	targets := make([]chan T, 0, len(b.subs))
	for _, ch := range b.subs {
		targets = append(targets, ch)
	}
	b.mu.RUnlock()
	for _, ch := range targets {
		select {
		case ch <- msg: // related `this sends to a channel that may be closed by now`
		default:
		}
	}
}

type listener struct {
	id  int
	out chan string
}

// A Topic copies them all at once, with what belongs to them.
type Topic struct {
	mu        sync.Mutex
	listeners map[int]*listener
}

func (t *Topic) Leave(id int) {
	t.mu.Lock()
	if l := t.listeners[id]; l != nil {
		delete(t.listeners, id)
		close(l.out) // want `likely panic: Leave closes a channel of listeners under a lock that Send has given up again.* \(close-while-sending\)`
	}
	t.mu.Unlock()
}

func (t *Topic) Send(text string) {
	t.mu.Lock()
	all := slices.Collect(maps.Values(t.listeners))
	t.mu.Unlock()
	for _, l := range all {
		l.out <- text // related `this sends to a channel that may be closed by now`
	}
}
