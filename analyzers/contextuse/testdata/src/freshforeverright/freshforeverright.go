// Package freshforeverright starts goroutines with contexts of their own that end in other ways.
package freshforeverright

import (
	"context"
	"time"
)

type lamp struct {
	every time.Duration
	stop  chan struct{}
	jobs  chan string
	blink func(context.Context) error
}

// once ends by itself.
func (l *lamp) begin(ctx context.Context) { go l.once(context.Background()) }

func (l *lamp) once(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(l.every):
		l.blink(ctx)
	}
}

// run ends when its channel is closed.
func (l *lamp) serve(ctx context.Context) { go l.run(context.Background()) }

func (l *lamp) run(ctx context.Context) {
	for range l.jobs {
		select {
		case <-ctx.Done():
			return
		default:
			l.blink(ctx)
		}
	}
}

// wait has a stop channel as well.
func (l *lamp) open(ctx context.Context) { go l.wait(context.Background()) }

func (l *lamp) wait(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.stop:
			return
		case <-time.After(l.every):
			l.blink(ctx)
		}
	}
}

// try ends with an error.
func (l *lamp) work(ctx context.Context) { go l.try(context.Background()) }

func (l *lamp) try(ctx context.Context) {
	for {
		if err := l.blink(ctx); err != nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(l.every):
		}
	}
}

// dial gets its context for the first blink only.
func dial(ctx context.Context, l *lamp) error {
	if err := l.blink(ctx); err != nil {
		return err
	}
	go l.loop(context.Background())
	return nil
}

func (l *lamp) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(l.every):
			l.blink(ctx)
		}
	}
}

// live keeps the values on purpose, and ends with a cancel function.
func (l *lamp) live(ctx context.Context) context.CancelFunc {
	own, cancel := context.WithCancel(context.WithoutCancel(ctx))
	go l.loop(own)
	return cancel
}

func (l *lamp) own(ctx context.Context) context.CancelFunc {
	own, cancel := context.WithCancel(context.Background())
	go l.loop(own)
	return cancel
}

func (l *lamp) explained(ctx context.Context) {
	// The lamp blinks as long as the process lives.
	go l.loop(context.Background())
}

// passed hands on the context that it was given.
func (l *lamp) passed(ctx context.Context) { go l.loop(ctx) }

// timed ends with the time.
func (l *lamp) timed(ctx context.Context) {
	go func() {
		short, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		l.loop(short)
	}()
}

// noContext was given none.
func (l *lamp) noContext() { go l.loop(context.Background()) }

// either takes what it is given, if it is given one.
func (l *lamp) either(ctx context.Context) {
	if ctx == nil {
		ctx = context.Background()
	}
	go l.loop(ctx)
}
