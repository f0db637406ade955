// Package bus delivers every message to all current listeners.
package bus

import (
	"context"
	"slices"
	"sync"
)

type Message struct {
	Topic string
	Body  string
}

type listener struct {
	in   chan Message
	gone chan struct{}
	once sync.Once
}

func (l *listener) leave() { l.once.Do(func() { close(l.gone) }) }

// Bus is ready to use as its zero value.
type Bus struct {
	mu        sync.Mutex
	listeners []*listener
	sent      int
}

// Send blocks until every listener has the message, has left, or ctx ends.
func (b *Bus) Send(ctx context.Context, m Message) error {
	b.mu.Lock()
	targets := slices.Clone(b.listeners)
	b.sent++
	b.mu.Unlock()

	for _, l := range targets {
		select {
		case l.in <- m:
		case <-l.gone:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// Listen calls fn for each message until ctx ends or fn returns false. It
// returns at once; done is closed when fn will not be called any more.
func (b *Bus) Listen(ctx context.Context, fn func(Message) bool) (done <-chan struct{}) {
	l := &listener{in: make(chan Message), gone: make(chan struct{})}
	b.mu.Lock()
	b.listeners = append(b.listeners, l)
	b.mu.Unlock()

	stop := context.AfterFunc(ctx, l.leave)
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		defer b.remove(l)
		defer l.leave()
		defer stop()
		for {
			select {
			case m := <-l.in:
				if !fn(m) {
					return
				}
			case <-l.gone:
				return
			}
		}
	}()
	return finished
}

func (b *Bus) remove(l *listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.Index(b.listeners, l); i >= 0 {
		b.listeners = slices.Delete(b.listeners, i, i+1)
	}
}

// Stats returns the number of listeners and of messages sent.
func (b *Bus) Stats() (listeners, sent int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.listeners), b.sent
}
