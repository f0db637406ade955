// Package outbox delivers messages in batches from a background goroutine.
package outbox

import (
	"context"
	"sync"
	"time"
)

// Deliver sends a batch. A failed batch is kept and tried again later.
type Deliver func(ctx context.Context, batch []string) error

// Outbox queues messages. Enqueueing never blocks on delivery.
type Outbox struct {
	deliver Deliver
	every   time.Duration
	nudge   chan struct{}
	stopped chan struct{}
	cancel  context.CancelFunc

	mu      sync.Mutex
	pending []string
	high    int
}

// Start returns a running outbox. Waiting messages are sent every period;
// once there are more than high of them, the sender is asked to hurry.
func Start(d Deliver, period time.Duration, high int) *Outbox {
	ctx, cancel := context.WithCancel(context.Background())
	o := &Outbox{
		deliver: d,
		every:   period,
		high:    high,
		nudge:   make(chan struct{}),
		stopped: make(chan struct{}),
		cancel:  cancel,
	}
	go o.run(ctx)
	return o
}

// Enqueue adds a message.
func (o *Outbox) Enqueue(msg string) {
	o.mu.Lock()
	o.pending = append(o.pending, msg)
	hurry := len(o.pending) > o.high
	o.mu.Unlock()
	if hurry {
		select {
		case o.nudge <- struct{}{}:
		default: // busy right now, or the next tick will do
		}
	}
}

func (o *Outbox) run(ctx context.Context) {
	defer close(o.stopped)
	t := time.NewTicker(o.every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			o.flush(context.WithoutCancel(ctx))
			return
		case <-o.nudge:
		case <-t.C:
		}
		o.flush(ctx)
	}
}

func (o *Outbox) flush(ctx context.Context) {
	o.mu.Lock()
	batch := o.pending
	o.pending = nil
	o.mu.Unlock()
	if len(batch) == 0 {
		return
	}
	if err := o.deliver(ctx, batch); err != nil {
		o.mu.Lock()
		o.pending = append(batch, o.pending...)
		o.mu.Unlock()
	}
}

// Close makes a last attempt to deliver and returns what could not be sent.
func (o *Outbox) Close() []string {
	o.cancel()
	<-o.stopped
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.pending
}
