// Package loader loads something in the background, once, and lets everybody
// who needs it wait for it.
package loader

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// ErrAborted is the result when loading was given up.
var ErrAborted = errors.New("loader: aborted")

// Loader provides a value of type T.
type Loader[T any] struct {
	load    func(ctx context.Context) (T, error)
	started atomic.Bool
	settled atomic.Bool
	ready   chan struct{}
	stop    context.CancelFunc
	ctx     context.Context

	value T
	err   error
	took  time.Duration

	mu    sync.Mutex
	hooks []func()
}

// New returns a loader. Loading begins with the first call of Get or Start.
func New[T any](load func(ctx context.Context) (T, error)) *Loader[T] {
	l := &Loader[T]{load: load, ready: make(chan struct{})}
	l.ctx, l.stop = context.WithCancel(context.Background())
	return l
}

// Start begins loading unless that has happened already.
func (l *Loader[T]) Start() {
	if l.started.CompareAndSwap(false, true) {
		go l.run()
	}
}

func (l *Loader[T]) run() {
	begin := time.Now()
	v, err := l.load(l.ctx)
	l.settle(v, err, time.Since(begin))
}

func (l *Loader[T]) settle(v T, err error, took time.Duration) {
	if !l.settled.CompareAndSwap(false, true) {
		return
	}
	l.value, l.err, l.took = v, err, took
	close(l.ready)
	l.stop()

	l.mu.Lock()
	hooks := l.hooks
	l.hooks = nil
	l.mu.Unlock()
	for _, h := range hooks {
		h()
	}
}

// Abort makes waiting and future calls of Get fail, unless a result is there.
func (l *Loader[T]) Abort() {
	var zero T
	l.started.Store(true)
	l.settle(zero, ErrAborted, 0)
}

// Get waits for the value.
func (l *Loader[T]) Get(ctx context.Context) (T, error) {
	l.Start()
	select {
	case <-l.ready:
		return l.value, l.err
	case <-ctx.Done():
		var zero T
		return zero, context.Cause(ctx)
	}
}

// Took is how long loading took, or zero if it has not finished.
func (l *Loader[T]) Took() time.Duration {
	select {
	case <-l.ready:
		return l.took
	default:
		return 0
	}
}

// OnReady calls h once there is a result, right away if there is one.
func (l *Loader[T]) OnReady(h func()) {
	l.mu.Lock()
	select {
	case <-l.ready:
		l.mu.Unlock()
		h()
	default:
		l.hooks = append(l.hooks, h)
		l.mu.Unlock()
	}
}
