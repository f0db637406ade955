// Package limiter limits how often something is done.
package limiter

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrClosed is returned by Wait after Close.
var ErrClosed = errors.New("limiter: closed")

type waiter struct {
	who   string
	grant chan time.Time
}

// Limiter grants one token per interval, in the order of the requests.
type Limiter struct {
	every   time.Duration
	join    chan *waiter
	quit    chan struct{}
	stopped chan struct{}
	once    sync.Once

	mu      sync.Mutex
	granted map[string]int
}

// New starts a limiter.
func New(every time.Duration) *Limiter {
	l := &Limiter{
		every:   every,
		join:    make(chan *waiter),
		quit:    make(chan struct{}),
		stopped: make(chan struct{}),
		granted: make(map[string]int),
	}
	go l.loop()
	return l
}

func (l *Limiter) loop() {
	defer close(l.stopped)
	tick := time.NewTicker(l.every)
	defer tick.Stop()
	var queue []*waiter
	for {
		var ready <-chan time.Time
		if len(queue) > 0 {
			ready = tick.C
		}
		select {
		case w := <-l.join:
			queue = append(queue, w)
		case now := <-ready:
			w := queue[0]
			queue = queue[1:]
			w.grant <- now
			l.count(w.who)
		case <-l.quit:
			return
		}
	}
}

func (l *Limiter) count(who string) {
	l.mu.Lock()
	l.granted[who]++
	l.mu.Unlock()
}

// Granted tells how many tokens somebody got.
func (l *Limiter) Granted(who string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.granted[who]
}

// Wait waits for a token or the end of ctx.
func (l *Limiter) Wait(ctx context.Context, who string) error {
	w := &waiter{who: who, grant: make(chan time.Time, 1)}
	select {
	case l.join <- w:
	case <-l.stopped:
		return ErrClosed
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", who, ctx.Err())
	}
	select {
	case <-w.grant:
		return nil
	case <-l.stopped:
		return ErrClosed
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", who, ctx.Err())
	}
}

// Close ends the limiter.
func (l *Limiter) Close() {
	l.once.Do(func() { close(l.quit) })
	<-l.stopped
}
