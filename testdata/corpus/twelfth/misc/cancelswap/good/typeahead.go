// Package typeahead runs a search for every keystroke and shows the result of
// the newest one only.
package typeahead

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

var errSuperseded = errors.New("typeahead: superseded")

// Search looks something up.
type Search func(ctx context.Context, term string) ([]string, error)

// Box is the model behind an input field.
type Box struct {
	search Search
	show   func(term string, hits []string)
	limit  time.Duration
	gen    atomic.Uint64

	mu     sync.Mutex
	cancel context.CancelCauseFunc
	active sync.WaitGroup
	failed int
}

// NewBox returns a box that calls show for finished searches. Calls of show
// never overlap; it must not use the box.
func NewBox(s Search, limit time.Duration, show func(string, []string)) *Box {
	return &Box{search: s, show: show, limit: limit}
}

// Type starts a search for term. Searches already under way are left to find
// out by themselves that they are no longer wanted.
func (b *Box) Type(term string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	ctx, cancel := context.WithCancelCause(context.Background())
	b.cancel = cancel
	gen := b.gen.Add(1)
	b.active.Go(func() { b.lookup(ctx, cancel, gen, term) })
}

func (b *Box) lookup(ctx context.Context, cancel context.CancelCauseFunc, gen uint64, term string) {
	defer cancel(nil)
	expire := time.AfterFunc(b.limit, func() { cancel(context.DeadlineExceeded) })
	defer expire.Stop()

	done := make(chan struct{})
	defer close(done)
	go b.watch(done, cancel, gen)

	hits, err := b.search(ctx, term)
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case gen != b.gen.Load():
	case err != nil:
		b.failed++
	default:
		b.show(term, hits)
	}
}

func (b *Box) watch(done <-chan struct{}, cancel context.CancelCauseFunc, gen uint64) {
	t := time.NewTicker(b.limit / 20)
	defer t.Stop()
	for b.gen.Load() == gen {
		select {
		case <-done:
			return
		case <-t.C:
		}
	}
	cancel(errSuperseded)
}

// Clear abandons the newest search.
func (b *Box) Clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.cancel != nil {
		b.gen.Add(1)
		b.cancel(errSuperseded)
		b.cancel = nil
	}
}

// Idle waits until no search is running. There must not be a concurrent Type.
func (b *Box) Idle() (failed int) {
	b.active.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.failed
}
