// Package intake takes readings from many senders until it is closed.
package intake

import (
	"errors"
	"sync"
)

// ErrClosed is returned by Send after Close.
var ErrClosed = errors.New("intake: closed")

// Reading is one value of a sensor.
type Reading struct {
	Sensor string
	Value  float64
}

// Handler gets the readings, one at a time.
type Handler func(Reading)

// Intake is a closable queue with one consumer.
type Intake struct {
	mu     sync.RWMutex // held for reading while sending
	closed bool
	ch     chan Reading

	done chan struct{}
}

// New starts the consumer.
func New(room int, h Handler) *Intake {
	in := &Intake{ch: make(chan Reading, room), done: make(chan struct{})}
	go in.consume(h)
	return in
}

func (in *Intake) consume(h Handler) {
	defer close(in.done)
	for r := range in.ch {
		h(r)
	}
}

// Send queues a reading; it blocks while the queue is full.
func (in *Intake) Send(r Reading) error {
	in.mu.RLock()
	defer in.mu.RUnlock()
	if in.closed {
		return ErrClosed
	}
	in.ch <- r
	return nil
}

// Close lets the consumer finish what was sent.
func (in *Intake) Close() {
	in.mu.Lock()
	if !in.closed {
		in.closed = true
		close(in.ch)
	}
	in.mu.Unlock()
	<-in.done
}
