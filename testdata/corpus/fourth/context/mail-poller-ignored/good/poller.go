// Package poller looks for new mail now and then.
package poller

import (
	"context"
	"log"
	"time"
)

// Box is a mailbox.
type Box interface {
	// Fetch returns what is new since the last call.
	Fetch(ctx context.Context) ([]string, error)
}

// Poller fetches mail from a box.
type Poller struct {
	box   Box
	every time.Duration
	logf  func(string, ...any)
}

type Option func(*Poller)

// WithLogger replaces the standard logger.
func WithLogger(logf func(string, ...any)) Option {
	return func(p *Poller) { p.logf = logf }
}

func New(box Box, every time.Duration, opts ...Option) *Poller {
	p := &Poller{box: box, every: every, logf: log.Printf}
	for _, o := range opts {
		o(p)
	}
	return p
}

// Start polls until ctx is cancelled and calls handle for each message.
func (p *Poller) Start(ctx context.Context, handle func(string)) {
	go p.loop(ctx, handle)
}

func (p *Poller) loop(ctx context.Context, handle func(string)) {
	tick := time.NewTicker(p.every)
	defer tick.Stop()
	backoff := 0
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		if backoff > 0 {
			backoff--
			continue
		}
		msgs, err := p.box.Fetch(ctx)
		if err != nil {
			p.logf("poller: %v", err)
			backoff = 3
			continue
		}
		for _, m := range msgs {
			handle(m)
		}
	}
}
