// Package outbox delivers letters in the background, with retries.
package outbox

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Letter is one piece of mail.
type Letter struct {
	To, Body string
}

// Transport delivers letters.
type Transport interface {
	Deliver(ctx context.Context, l Letter) error
}

// TransportFunc is a function as Transport.
type TransportFunc func(context.Context, Letter) error

// Deliver calls f.
func (f TransportFunc) Deliver(ctx context.Context, l Letter) error { return f(ctx, l) }

// ErrClosed is returned by Send after Close.
var ErrClosed = errors.New("outbox: closed")

// Outbox has one worker.
type Outbox struct {
	tr     Transport
	pause  time.Duration
	queue  chan Letter
	ctx    context.Context
	cancel context.CancelFunc
	worker sync.WaitGroup

	mu     sync.Mutex
	sent   int
	failed []error
}

// New starts an outbox.
func New(tr Transport, pause time.Duration) *Outbox {
	o := &Outbox{tr: tr, pause: pause, queue: make(chan Letter, 16)}
	o.ctx, o.cancel = context.WithCancel(context.Background())
	o.worker.Go(func() { o.work(o.ctx) })
	return o
}
