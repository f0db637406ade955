// Package notlost cancels all of its contexts, or cannot lose them.
package notlost

import (
	"context"
	"errors"
	"log"
	"os"
	"sync"
	"testing"
	"time"
)

func use(context.Context) error { return nil }

func deferred(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	return use(ctx)
}

func everyWay(parent context.Context, name string) error {
	ctx, cancel := context.WithCancel(parent)
	if name == "" {
		cancel()
		return errors.New("no name")
	}
	err := use(ctx)
	cancel()
	return err
}

func optional(ctx context.Context, patience time.Duration) error {
	if patience > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, patience)
		defer cancel()
	}
	return use(ctx)
}

func replaced(ctx context.Context, patience time.Duration) error {
	cancel := func() {}
	if patience > 0 {
		ctx, cancel = context.WithTimeout(ctx, patience)
	}
	defer cancel()
	return use(ctx)
}

func handedBack(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	return context.WithValue(ctx, "name", "x"), cancel
}

func asIs(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}

func passedOn(parent context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	time.AfterFunc(time.Second, cancel)
	return ctx
}

func cleanedUp(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	return ctx
}

func captured(parent context.Context, stop chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		<-stop
		cancel()
	}()
	return ctx
}

func byEarlierDefer(parent context.Context, n int) (err error) {
	var ctx context.Context
	var cancel context.CancelFunc
	defer func() {
		if cancel != nil {
			cancel()
		}
	}()
	if n > 0 {
		ctx, cancel = context.WithCancel(parent)
		return use(ctx)
	}
	return nil
}

// Once the context has ended there is nothing to cancel.
func hasEnded(parent context.Context, answers chan int) (int, error) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	select {
	case n := <-answers:
		cancel()
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func parentHasEnded(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	err := use(ctx)
	if parent.Err() != nil {
		return err
	}
	cancel()
	return nil
}

func untilEnd(parent context.Context) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	if use(ctx) != nil {
		cancel()
	}
	<-ctx.Done()
}

func exits(parent context.Context, name string) {
	ctx, cancel := context.WithCancel(parent)
	if name == "" {
		os.Exit(1)
	}
	if use(ctx) != nil {
		log.Fatal("bad")
	}
	if name == "x" {
		panic("x")
	}
	cancel()
}

type server struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func newServer(n int) (*server, error) {
	s := &server{}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if n == 0 {
		s.close()
		return nil, errors.New("none")
	}
	s.wg.Go(func() { <-s.ctx.Done() })
	return s, nil
}

func (s *server) close() {
	s.cancel()
	s.wg.Wait()
}

var registry []*server

// The object is known elsewhere when it gets its cancel function.
func registered(n int) error {
	s := &server{}
	registry = append(registry, s)
	s.ctx, s.cancel = context.WithCancel(context.Background())
	if n == 0 {
		return errors.New("none")
	}
	return nil
}

// The goroutine that the object is handed to ends it.
func endsItself(n int) error {
	ctx, cancel := context.WithCancel(context.Background())
	s := &server{ctx: ctx, cancel: cancel}
	go s.run(n)
	if n == 0 {
		return errors.New("none")
	}
	registry = append(registry, s)
	return nil
}

func (s *server) run(n int) {
	if n == 0 {
		func() { s.cancel() }()
	}
}

type latest struct {
	mu     sync.Mutex
	cancel func()
}

// Each turn cancels the context of the one before.
func (l *latest) restart(parent context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
	var ctx context.Context
	ctx, l.cancel = context.WithCancel(parent)
	go use(ctx)
}

// Exported fields may be called by anybody.
type Handle struct {
	Stop context.CancelFunc
}

func open(parent context.Context) *Handle {
	ctx, cancel := context.WithCancel(parent)
	go use(ctx)
	return &Handle{Stop: cancel}
}

// Nobody waits for the context of an object that is dropped.
func dropped(n int) (*server, error) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &server{ctx: ctx, cancel: cancel}
	if n == 0 {
		return nil, errors.New("none")
	}
	go s.run(n)
	return s, nil
}

// A context ends with the one that it is derived from.
func endsWithParent(limit time.Duration) error {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	ctx, _ = context.WithTimeout(ctx, limit)
	return use(ctx)
}

// No context is made without a parent: this panics.
func refusesNil() (v any) {
	defer func() { v = recover() }()
	_, _ = context.WithCancel(nil)
	return nil
}

// Each turn has a parent of its own.
func endsWithEachParent(names []string) {
	for range names {
		parent, cancel := context.WithCancelCause(context.Background())
		go cancel(errors.New("over"))
		ctx, _ := context.WithCancel(parent)
		<-ctx.Done()
	}
}

// Its author has thought about the way on which nobody cancels.
func lostOnPurpose(renew bool) string {
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-ctx.Done() }()
	if renew {
		return "for ever" // cancel is dropped on purpose: certificates are renewed until the process ends
	}
	cancel()
	return "once"
}
