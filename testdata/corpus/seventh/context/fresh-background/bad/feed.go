// Package feed follows price feeds.
package feed

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Quote is a price at a time.
type Quote struct {
	Symbol string
	Cents  int
	At     time.Time
}

// Source gives the price of a symbol.
type Source interface {
	Price(ctx context.Context, symbol string) (int, error)
}

// SourceFunc makes a Source of a function.
type SourceFunc func(ctx context.Context, symbol string) (int, error)

// Price calls f.
func (f SourceFunc) Price(ctx context.Context, symbol string) (int, error) {
	return f(ctx, symbol)
}

// ErrSymbol is returned for an empty symbol.
var ErrSymbol = errors.New("feed: no symbol")

// Follower follows symbols.
type Follower struct {
	src   Source
	every time.Duration

	mu   sync.Mutex
	last map[string]Quote
	errs int
}

// Option changes a Follower.
type Option func(*Follower)

// Every sets the interval between two questions.
func Every(d time.Duration) Option { return func(f *Follower) { f.every = d } }

// New makes a follower of a source.
func New(src Source, opts ...Option) *Follower {
	f := &Follower{src: src, every: time.Second, last: make(map[string]Quote)}
	for _, o := range opts {
		o(f)
	}
	return f
}

// Subscribe sends the quotes of a symbol until ctx ends; then the channel is closed.
func (f *Follower) Subscribe(ctx context.Context, symbol string) (<-chan Quote, error) { // BUG: ctx-ignored
	if symbol == "" {
		return nil, ErrSymbol
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("subscribe %s: %w", symbol, err)
	}
	out := make(chan Quote)
	go f.follow(context.Background(), symbol, out) // BUG: ctx-ignored, goroutine-leak
	return out, nil
}

func (f *Follower) follow(ctx context.Context, symbol string, out chan<- Quote) {
	defer close(out)
	tick := time.NewTicker(f.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done(): // BUG: ctx-ignored, goroutine-leak
			return
		case <-tick.C:
		}
		q, err := f.ask(ctx, symbol)
		if err != nil {
			continue
		}
		select {
		case <-ctx.Done(): // BUG: ctx-ignored, goroutine-leak
			return
		case out <- q: // BUG: ctx-ignored, goroutine-leak
		}
	}
}

func (f *Follower) ask(ctx context.Context, symbol string) (Quote, error) {
	cents, err := f.src.Price(ctx, symbol)
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		f.errs++
		return Quote{}, err
	}
	q := Quote{Symbol: symbol, Cents: cents, At: time.Now()}
	f.last[symbol] = q
	return q, nil
}

// Last is the last quote of a symbol.
func (f *Follower) Last(symbol string) (Quote, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	q, ok := f.last[symbol]
	return q, ok
}

// Symbols is the number of symbols with a quote.
func (f *Follower) Symbols() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.last)
}

// Errors is the number of failed questions.
func (f *Follower) Errors() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.errs
}
