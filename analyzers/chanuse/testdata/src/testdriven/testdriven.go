// Package testdriven is a broker whose tests end what they start.
package testdriven

import "sync"

// A Broker hands each message to all its subscribers.
type Broker struct {
	mu   sync.Mutex
	subs map[chan string]struct{}
	in   chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

// New starts a broker; Close ends it.
func New() *Broker {
	b := &Broker{subs: make(map[chan string]struct{}), in: make(chan string), quit: make(chan struct{})}
	b.wg.Add(1)
	go b.loop()
	return b
}

func (b *Broker) loop() {
	defer b.wg.Done()
	for {
		select {
		case msg := <-b.in:
			b.deliver(msg)
		case <-b.quit:
			return
		}
	}
}

func (b *Broker) deliver(msg string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for sub := range b.subs {
		select {
		case sub <- msg:
		default: // a slow subscriber misses it
		}
	}
}

// Publish reports whether the broker took the message.
func (b *Broker) Publish(msg string) bool {
	select {
	case b.in <- msg:
		return true
	case <-b.quit:
		return false
	}
}

// Subscribe returns a channel with room for one message.
func (b *Broker) Subscribe() chan string {
	sub := make(chan string, 1)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[sub] = struct{}{}
	return sub
}

// Close waits until the broker has ended.
func (b *Broker) Close() {
	close(b.quit)
	b.wg.Wait()
}
