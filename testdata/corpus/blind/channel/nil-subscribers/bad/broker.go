package broker

import "sync"

type topic struct {
	inbox chan string
	seen  int
}

// Broker holds the topics.
type Broker struct {
	mu     sync.Mutex
	topics map[string]*topic
}

func New() *Broker {
	return &Broker{topics: map[string]*topic{}}
}

func (b *Broker) topic(name string) *topic {
	b.mu.Lock()
	defer b.mu.Unlock()
	t, ok := b.topics[name]
	if !ok {
		t = &topic{} // BUG: nil-channel
		b.topics[name] = t
	}
	t.seen++
	return t
}

// Publish puts a message into a topic.
func (b *Broker) Publish(name, msg string) {
	b.topic(name).inbox <- msg // BUG: nil-channel
}

// Next takes the oldest message of a topic.
func (b *Broker) Next(name string) string {
	return <-b.topic(name).inbox // BUG: nil-channel
}
