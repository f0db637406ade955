// Package ended waits for contexts that somebody ends.
package ended

import (
	"context"
	"flag"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
	}()
	cancel()
	<-done
}

// The testing package ends the context of a test.
func TestContext(t *testing.T) {
	go func() { <-t.Context().Done() }()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	go func() { <-ctx.Done() }()
}

func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	var wg sync.WaitGroup
	wg.Go(func() { <-ctx.Done() })
	wg.Wait()
}

type worker struct {
	cancel context.CancelFunc
	wg     sync.WaitGroup
	jobs   chan int
}

func newWorker(ctx context.Context) *worker {
	ctx, cancel := context.WithCancel(ctx)
	w := &worker{cancel: cancel, jobs: make(chan int)}
	w.wg.Go(func() {
		for {
			select {
			case <-w.jobs:
			case <-ctx.Done():
				return
			}
		}
	})
	return w
}

func (w *worker) close() {
	w.cancel()
	w.wg.Wait()
}

func TestWorker(t *testing.T) {
	w := newWorker(context.Background())
	w.jobs <- 1
	w.close()
}

// Another context ends this one.
func either(a, b context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(a)
	stop := context.AfterFunc(b, cancel)
	return ctx, func() {
		stop()
		cancel()
	}
}

func TestEither(t *testing.T) {
	short, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	ctx, done := either(context.Background(), short)
	defer done()
	<-ctx.Done()
}

// The library that has the cancel function may call it.
func TestHandedOn(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	flag.Func("end", "", func(string) error { cancel(); return nil })
	var once atomic.Value
	once.Store(cancel)
	<-ctx.Done()
}
