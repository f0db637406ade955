// Package level has a number that goroutines can wait for.
package level

import (
	"context"
	"sync"
)

// Level is a number that goes up and down.
type Level struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func New(n int) *Level {
	l := &Level{n: n}
	l.cond = sync.NewCond(&l.mu)
	return l
}

// Add changes the level.
func (l *Level) Add(d int) {
	l.mu.Lock()
	l.n += d
	l.mu.Unlock()
	l.cond.Broadcast()
}

// AtLeast waits until the level is min or more.
func (l *Level) AtLeast(ctx context.Context, min int) error {
	return l.until(ctx, func(n int) bool { return n >= min })
}

// AtMost waits until the level is max or less.
func (l *Level) AtMost(ctx context.Context, max int) error {
	return l.until(ctx, func(n int) bool { return n <= max })
}

func (l *Level) until(ctx context.Context, ok func(int) bool) error {
	stop := context.AfterFunc(ctx, func() {
		// with the lock, so that nobody is between the test and Wait
		l.mu.Lock()
		defer l.mu.Unlock()
		l.cond.Broadcast()
	})
	defer stop()

	l.mu.Lock()
	defer l.mu.Unlock()
	for !ok(l.n) {
		if err := ctx.Err(); err != nil {
			return err
		}
		l.cond.Wait()
	}
	return nil
}
