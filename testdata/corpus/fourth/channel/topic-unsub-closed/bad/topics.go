// Package topics is a small publish/subscribe bus with named topics.
package topics

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Message is what subscribers get.
type Message struct {
	Topic string
	Seq   uint64
	At    time.Time
	Body  any
}

func (m Message) String() string { return fmt.Sprintf("%s#%d %v", m.Topic, m.Seq, m.Body) }

// Subscription gets messages by C until Unsubscribe.
type Subscription struct {
	C <-chan Message

	pattern string
	ch      chan Message
	bus     *Bus
	once    sync.Once
}

// Bus is safe for concurrent use; so are its subscriptions.
type Bus struct {
	seq atomic.Uint64

	mu   sync.RWMutex
	subs []*Subscription
}

// New returns a bus without subscribers.
func New() *Bus { return &Bus{} }

// Subscribe asks for messages whose topic matches pattern: a topic, or a
// prefix followed by "*". C is closed by Unsubscribe.
func (b *Bus) Subscribe(pattern string, buffer int) (*Subscription, error) {
	if i := strings.IndexByte(pattern, '*'); pattern == "" || i >= 0 && i != len(pattern)-1 {
		return nil, fmt.Errorf("topics: bad pattern %q", pattern)
	}
	ch := make(chan Message, buffer)
	s := &Subscription{C: ch, ch: ch, pattern: pattern, bus: b}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs = append(b.subs, s)
	return s, nil
}

func (s *Subscription) matches(topic string) bool {
	if p, ok := strings.CutSuffix(s.pattern, "*"); ok {
		return strings.HasPrefix(topic, p)
	}
	return s.pattern == topic
}

// Unsubscribe ends the subscription. It may be called more than once.
func (s *Subscription) Unsubscribe() {
	s.once.Do(func() {
		s.bus.remove(s)
		close(s.ch) // BUG: send-on-closed
	})
}

func (b *Bus) remove(s *Subscription) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.Index(b.subs, s); i >= 0 {
		b.subs = slices.Delete(b.subs, i, i+1)
	}
}

// interested returns who gets messages of a topic.
func (b *Bus) interested(topic string) (subs []*Subscription) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, s := range b.subs {
		if s.matches(topic) {
			subs = append(subs, s)
		}
	}
	return subs
}

// Publish delivers body to all subscribers of topic and waits at most
// patience for each of them. It returns how many got it.
func (b *Bus) Publish(topic string, body any, patience time.Duration) (got int) {
	m := Message{Topic: topic, Seq: b.seq.Add(1), At: time.Now(), Body: body}
	for _, s := range b.interested(topic) {
		select {
		case s.ch <- m: // BUG: send-on-closed
			got++
		case <-time.After(patience):
		}
	}
	return got
}
