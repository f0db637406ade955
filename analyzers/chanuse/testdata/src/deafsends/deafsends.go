// Package deafsends has goroutines that look at their context at some sends, and not at others.
package deafsends

import (
	"context"
	"time"
)

// Watch sends what is there, and then what comes.
func Watch(ctx context.Context, scan func() []string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, name := range scan() {
			out <- name // want `likely goroutine leak: this send to out waits for ever when its receiver has left, for it does not look at the context, as the other send here does \(abandoned-send\)`
		}
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
			}
			for _, name := range scan() {
				select {
				case out <- name:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

// WatchAll looks each time.
func WatchAll(ctx context.Context, scan func() []string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		send := func(name string) bool {
			select {
			case out <- name:
				return true
			case <-ctx.Done():
				return false
			}
		}
		for _, name := range scan() {
			if !send(name) {
				return
			}
		}
	}()
	return out
}

// Buffered has room for the one that does not look.
func Buffered(ctx context.Context, scan func() []string) <-chan string {
	out := make(chan string, 1)
	go func() {
		defer close(out)
		out <- "first"
		for _, name := range scan() {
			select {
			case out <- name:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
