// Package watchdog supervises devices that must be pinged regularly.
package watchdog

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Device is the supervised thing.
type Device interface {
	Name() string
	Ping(ctx context.Context) error
}

// Watch is a running supervision.
type Watch struct {
	dev    Device
	cancel context.CancelFunc
	wg     sync.WaitGroup
	missed atomic.Int32
}

type config struct {
	every  time.Duration
	strict bool
}

// Option changes how a device is watched.
type Option func(*config)

// Every sets the ping interval.
func Every(d time.Duration) Option { return func(c *config) { c.every = d } }

// Strict makes Start fail when the device does not answer at once.
func Strict() Option { return func(c *config) { c.strict = true } }

// Start begins to watch dev until Stop is called.
func Start(ctx context.Context, dev Device, opts ...Option) (*Watch, error) {
	cfg := config{every: time.Second}
	for _, o := range opts {
		o(&cfg)
	}
	w := &Watch{dev: dev}
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() { w.beat(ctx, cfg.every) })

	if cfg.strict {
		if err := dev.Ping(ctx); err != nil {
			w.Stop()
			return nil, fmt.Errorf("watchdog: %s: %w", dev.Name(), err)
		}
	}
	return w, nil
}

func (w *Watch) beat(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if w.dev.Ping(ctx) != nil {
				w.missed.Add(1)
			}
		}
	}
}

// Missed counts pings without an answer.
func (w *Watch) Missed() int { return int(w.missed.Load()) }

// Stop ends the supervision.
func (w *Watch) Stop() {
	w.cancel()
	w.wg.Wait()
}
