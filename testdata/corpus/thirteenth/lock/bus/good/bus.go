// Package bus is a small publish/subscribe hub.
package bus

import "sync"

// Event is what publishers send.
type Event struct {
	Topic string
	Data  any
}

// Subscription delivers the events of one topic on C.
type Subscription struct {
	C     chan Event
	topic string
	bus   *Bus
	done  chan struct{}
	once  sync.Once
}

// Bus routes events. All methods may be called from any goroutine.
type Bus struct {
	mu   sync.Mutex
	subs map[string]map[*Subscription]struct{}
}

// New returns an empty bus.
func New() *Bus {
	return &Bus{subs: make(map[string]map[*Subscription]struct{})}
}

// Subscribe registers for a topic.
func (b *Bus) Subscribe(topic string) *Subscription {
	s := &Subscription{C: make(chan Event), topic: topic, bus: b, done: make(chan struct{})}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs[topic] == nil {
		b.subs[topic] = make(map[*Subscription]struct{})
	}
	b.subs[topic][s] = struct{}{}
	return s
}

// Cancel ends the subscription; it may be called more than once, also
// while a publisher is delivering.
func (s *Subscription) Cancel() {
	s.once.Do(func() { close(s.done) })
	s.bus.mu.Lock()
	delete(s.bus.subs[s.topic], s)
	s.bus.mu.Unlock()
}

// Publish delivers ev to every current subscriber and returns how many
// took it.
func (b *Bus) Publish(ev Event) int {
	n := 0
	b.mu.Lock()
	targets := make([]*Subscription, 0, len(b.subs[ev.Topic]))
	for s := range b.subs[ev.Topic] {
		targets = append(targets, s)
	}
	b.mu.Unlock()

	for _, s := range targets {
		select {
		case s.C <- ev:
			n++
		case <-s.done:
		}
	}
	return n
}
