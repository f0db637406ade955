// Package ticker follows the quotes of a share.
package ticker

import (
	"context"
	"sync/atomic"
	"time"
)

// Ticker knows the newest quote of a share.
type Ticker struct {
	ctx    context.Context
	cancel context.CancelFunc
	quote  atomic.Int64
	fetch  func(context.Context) int64
}

// New returns a ticker that fetches quotes in the background.
func New(parent context.Context, fetch func(context.Context) int64) *Ticker {
	t := &Ticker{fetch: fetch}
	t.ctx, t.cancel = context.WithCancel(parent) // BUG
	go t.run()
	return t
}

func (t *Ticker) run() {
	beat := time.NewTicker(time.Second)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			t.quote.Store(t.fetch(t.ctx))
		case <-t.ctx.Done():
			return
		}
	}
}

// Quote returns the newest quote.
func (t *Ticker) Quote() int64 { return t.quote.Load() }
