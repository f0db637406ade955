// Package broker delivers messages to the subscribers of a topic.
package broker

import (
	"sync"
	"sync/atomic"
)

// Message is one message.
type Message struct {
	Topic string
	Body  string
}

// Broker knows the subscribers.
type Broker struct {
	mu   sync.Mutex
	subs map[string]map[*Subscription]struct{}
	sent atomic.Int64
}

// Subscription is one subscriber's inbox.
type Subscription struct {
	C     chan Message
	topic string
	owner *Broker
}

// New makes a Broker.
func New() *Broker {
	return &Broker{subs: make(map[string]map[*Subscription]struct{})}
}

// Subscribe opens an inbox with room for size messages.
func (b *Broker) Subscribe(topic string, size int) *Subscription {
	s := &Subscription{C: make(chan Message, size), topic: topic, owner: b}
	b.mu.Lock()
	defer b.mu.Unlock()
	set, ok := b.subs[topic]
	if !ok {
		set = make(map[*Subscription]struct{})
		b.subs[topic] = set
	}
	set[s] = struct{}{}
	return s
}

// Cancel closes the inbox.
func (s *Subscription) Cancel() {
	b := s.owner
	b.mu.Lock()
	defer b.mu.Unlock()
	set := b.subs[s.topic]
	if _, ok := set[s]; !ok {
		return
	}
	delete(set, s)
	close(s.C)
}

// Publish delivers a message to all subscribers of its topic that have room.
func (b *Broker) Publish(m Message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for s := range b.subs[m.Topic] {
		select {
		case s.C <- m:
			b.sent.Add(1)
		default:
		}
	}
}

// Sent is the number of messages delivered.
func (b *Broker) Sent() int64 { return b.sent.Load() }
