// Package poller keeps the latest value of a slow source at hand.
package poller

import (
	"context"
	"sync"
	"time"
)

// Source fetches a value.
type Source[T any] func(ctx context.Context) (T, error)

// Poller calls a Source again and again.
type Poller[T any] struct {
	src    Source[T]
	cancel context.CancelFunc
	done   chan struct{}
	first  chan struct{}

	mu     sync.Mutex
	latest T
	err    error
}

// New starts polling. Close must be called.
func New[T any](src Source[T], every time.Duration) *Poller[T] {
	ctx, cancel := context.WithCancel(context.Background())
	p := &Poller[T]{src: src, cancel: cancel, done: make(chan struct{}), first: make(chan struct{})}
	go p.run(ctx, every)
	return p
}

func (p *Poller[T]) run(ctx context.Context, every time.Duration) {
	defer close(p.done)
	tick := time.NewTicker(every)
	defer tick.Stop()

	p.poll(ctx)
	close(p.first)
	for {
		select {
		case <-tick.C:
			p.poll(ctx)
		case <-ctx.Done():
			return
		}
	}
}

func (p *Poller[T]) poll(ctx context.Context) {
	v, err := p.src(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err = err; err == nil {
		p.latest = v
	}
}

// Latest waits for the first poll and returns the newest good value and the
// error of the last attempt.
func (p *Poller[T]) Latest() (T, error) {
	<-p.first
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.latest, p.err
}

// Close stops polling; it may be called repeatedly.
func (p *Poller[T]) Close() error {
	p.cancel()
	<-p.done
	return nil
}
