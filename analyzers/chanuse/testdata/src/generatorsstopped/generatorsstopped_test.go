// Package generatorsstopped has generators whose consumers stop early and say so,
// or take all there is.
package generatorsstopped

import (
	"context"
	"iter"
	"testing"
)

func squares(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i * i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// few sends no more than there is room for.
func few(n int) <-chan int {
	out := make(chan int, n)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

func upTo(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

// pulled needs no goroutine: the consumer's break is the generator's end.
func pulled() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i * i); i++ {
		}
	}
}

func firstOver(in <-chan int, limit int) int {
	for s := range in {
		if s > limit {
			return s
		}
	}
	return -1
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	t.Log(firstOver(squares(ctx), 2))
}

func TestRoom(t *testing.T) { t.Log(firstOver(few(3), 0)) }

func TestDrained(t *testing.T) {
	in := upTo(3)
	t.Log(firstOver(in, 0))
	for range in {
	}
}

func TestPulled(t *testing.T) {
	for s := range pulled() {
		if s > 2 {
			break
		}
	}
}
