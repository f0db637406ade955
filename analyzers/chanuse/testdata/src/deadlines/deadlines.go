// Package deadlines gives up at a time of day.
package deadlines

import (
	"context"
	"time"
)

// Ask leaves whoever answers late behind.
func Ask(ctx context.Context, ask func() int, until time.Time) (int, error) {
	ctx, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	answer := make(chan int)
	go func() {
		answer <- ask() // want `goroutine leak: the send to answer waits for ever.* \(abandoned-send\)`
	}()
	select {
	case v := <-answer:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// AskRight lets the answer go unheard.
func AskRight(ctx context.Context, ask func() int, until time.Time) (int, error) {
	ctx, cancel := context.WithDeadline(ctx, until)
	defer cancel()
	answer := make(chan int)
	go func() {
		select {
		case answer <- ask():
		case <-ctx.Done():
		}
	}()
	select {
	case v := <-answer:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
