// Package selects sends in selects that another case can end.
package selects

import (
	"context"
	"time"
)

func WithContext(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func WithTimeout(d time.Duration) {
	out := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {
		case out <- 1:
		case <-time.After(d):
		}
	}()
	<-done
}

func WithDefault() bool {
	out := make(chan int)
	sent := make(chan bool, 1)
	go func() {
		select {
		case out <- 1:
			sent <- true
		default:
			sent <- false
		}
	}()
	return <-sent
}

func WithDone() int {
	out := make(chan int)
	done := make(chan struct{})
	defer close(done)
	for i := range 3 {
		go func() {
			select {
			case out <- i:
			case <-done:
			}
		}()
	}
	return <-out
}

// WithCancel leaves its generator behind by cancelling it.
func WithCancel(ctx context.Context) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for n := range WithContext(ctx) {
		if n > 2 {
			return n
		}
	}
	return 0
}
