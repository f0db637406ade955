// Package relay hands messages from producers to one sink.
package relay

import "sync"

// Relay numbers the messages.
type Relay struct {
	prefix string
	limit  int
	sink   func(string)

	mu   sync.Mutex
	sent int
	in   chan string
	end  chan struct{}
}

// Option configures a Relay.
type Option func(*Relay)

// Prefix is put before every message.
func Prefix(p string) Option { return func(r *Relay) { r.prefix = p } }

// Limit is the largest number of messages that are passed on.
func Limit(n int) Option { return func(r *Relay) { r.limit = n } }

// New starts a Relay.
func New(sink func(string), opts ...Option) *Relay {
	r := &Relay{sink: sink, limit: 10, in: make(chan string), end: make(chan struct{})}
	r.sent = 0
	for _, o := range opts {
		o(r)
	}
	go r.loop()
	return r
}

func (r *Relay) loop() {
	defer close(r.end)
	for m := range r.in {
		if r.bump() {
			r.sink(r.prefix + m)
		}
	}
}

func (r *Relay) bump() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sent == r.limit {
		return false
	}
	r.sent++
	return true
}

// Send gives a message to the relay.
func (r *Relay) Send(m string) { r.in <- m }

// Sent is the number of messages so far.
func (r *Relay) Sent() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sent
}

// Close waits until all is passed on.
func (r *Relay) Close() {
	close(r.in)
	<-r.end
}
