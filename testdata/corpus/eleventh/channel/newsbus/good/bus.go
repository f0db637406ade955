// Package newsbus hands typed messages to whoever has subscribed.
package newsbus

import (
	"sync"
	"sync/atomic"
)

// Option changes a setting of a Bus.
type Option func(*settings)

type settings struct {
	backlog int
}

// WithBacklog sets how many undelivered messages a subscriber may have
// before further ones are dropped.
func WithBacklog(n int) Option {
	return func(s *settings) { s.backlog = n }
}

// Bus distributes messages of one type.
type Bus[T any] struct {
	cfg     settings
	dropped atomic.Int64

	mu   sync.RWMutex
	next int
	subs map[int]chan T
}

func New[T any](opts ...Option) *Bus[T] {
	b := &Bus[T]{
		cfg:  settings{backlog: 16},
		subs: make(map[int]chan T),
	}
	for _, o := range opts {
		o(&b.cfg)
	}
	return b
}

// Subscribe returns a channel of messages and a function to end the
// subscription, which closes the channel.
func (b *Bus[T]) Subscribe() (<-chan T, func()) {
	ch := make(chan T, b.cfg.backlog)
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
		close(ch)
	}
}

// Publish offers the message to all the subscribers without blocking.
func (b *Bus[T]) Publish(msg T) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs {
		select {
		case ch <- msg:
		default:
			b.dropped.Add(1)
		}
	}
}

// Dropped returns how many deliveries failed because of a full backlog.
func (b *Bus[T]) Dropped() int64 {
	return b.dropped.Load()
}
