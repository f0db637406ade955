// Package listening listens, or needs no context.
package listening

import (
	"context"
	"sync"
	"time"
)

type box struct {
	mails chan string
	quit  chan struct{}
	ctx   context.Context
}

func open(ctx context.Context) *box {
	b := &box{mails: make(chan string), quit: make(chan struct{}), ctx: ctx}
	go b.deliver(ctx)
	go b.sort(ctx)
	go b.drain(ctx)
	go b.each(ctx)
	go b.asLongAsItWorks(ctx)
	go forEver(context.Background())
	return b
}

func (b *box) deliver(ctx context.Context) {
	for {
		select {
		case <-b.mails:
		case <-ctx.Done():
			return
		}
	}
}

// Another channel ends it.
func (b *box) sort(ctx context.Context) {
	for {
		select {
		case m := <-b.mails:
			use(ctx, m)
		case <-b.quit:
			return
		}
	}
}

// It looks at the context, and goes on until the channel is empty.
func (b *box) drain(ctx context.Context) {
	done := ctx.Done()
	for {
		select {
		case <-b.mails:
		case <-done:
			done = nil
		}
	}
}

func (b *box) each(ctx context.Context) {
	for m := range b.mails {
		use(ctx, m)
	}
}

func (b *box) asLongAsItWorks(ctx context.Context) {
	for {
		time.Sleep(time.Second)
		if use(ctx, "") != nil {
			return
		}
	}
}

func forEver(ctx context.Context) {
	for {
		time.Sleep(time.Second)
		use(ctx, "")
	}
}

func use(context.Context, string) error { return nil }

// It says that it does not use the context.
func unnamed(_ context.Context, in chan int) int { return <-in }

// It waits for goroutines of its own.
func all(ctx context.Context, names []string) int {
	lengths := make(chan int)
	for _, name := range names {
		go func() { lengths <- len(name) }()
	}
	sum := 0
	for range names {
		sum += <-lengths
	}
	return sum
}

func poll(ctx context.Context, in chan int) int {
	select {
	case n := <-in:
		return n
	default:
		return 0
	}
}

func add(ctx context.Context, mu *sync.Mutex, n *int) {
	mu.Lock()
	defer mu.Unlock()
	*n++
}

func withoutName(context.Context, string) { <-make(chan int, 1) }

func forGood(ctx context.Context) { select {} }

// A resolver is free when there is a token in its channel.
type resolver struct{ free chan struct{} }

func newResolver() *resolver {
	r := &resolver{free: make(chan struct{}, 1)}
	r.free <- struct{}{} // there is room
	return r
}

// Resolve makes a resolver that waits for nobody.
func Resolve(ctx context.Context) *resolver { return newResolver() }
