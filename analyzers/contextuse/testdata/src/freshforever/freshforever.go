// Package freshforever starts goroutines that end with a context, and gives them one that never
// ends.
package freshforever

import (
	"context"
	"errors"
	"sync"
	"time"
)

// A Lamp blinks.
type Lamp struct {
	every time.Duration
	blink func(context.Context)
	wg    sync.WaitGroup
}

// Run blinks until ctx ends.
func (l *Lamp) Run(ctx context.Context) error {
	if ctx.Err() != nil {
		return errors.New("too late")
	}
	// want +2 `likely goroutine leak: Run is given ctx, but starts loop with a fresh context, whose end is its only way out; it never ends \(ctx-background-inside\)`

	go l.loop(context.Background())
	return nil
}

func (l *Lamp) loop(ctx context.Context) {
	tick := time.NewTicker(l.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			l.blink(ctx)
		}
	}
}

// Follow hands the loop to a literal.
func (l *Lamp) Follow(ctx context.Context) {
	l.wg.Add(1)
	go func() {
		defer l.wg.Done()
		// want +2 `Follow is given ctx, but starts loop with a fresh context.* \(ctx-background-inside\)`

		l.loop(context.TODO())
	}()
}

// Numbers counts.
func Numbers(ctx context.Context) <-chan int {
	out := make(chan int)
	// want +2 `Numbers is given ctx, but starts this goroutine with a fresh context.* \(ctx-background-inside\)`

	inner := context.Background()
	go func() {
		defer close(out)
		for i := 0; inner.Err() == nil; i++ {
			select {
			case out <- i:
			case <-inner.Done():
			}
		}
	}()
	return out
}

// Watch asks at each tick.
func (l *Lamp) Watch(ctx context.Context) {
	l.wg.Go(func() {
		// want +2 `Watch is given ctx, but starts this goroutine with a fresh context.* \(ctx-background-inside\)`

		own := context.Background()
		for range time.NewTicker(l.every).C {
			if own.Err() != nil {
				return
			}
			l.blink(own)
		}
	})
}
