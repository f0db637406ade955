// Package main looks for the first square number above some limits.
package main

import (
	"context"
	"fmt"
)

type squares struct {
	out chan int
}

func (s *squares) emit(ctx context.Context) {
	defer close(s.out)
	for n := 1; ; n++ {
		select {
		case s.out <- n * n:
		case <-ctx.Done():
			return
		}
	}
}

func newSquares(ctx context.Context) *squares {
	s := &squares{out: make(chan int)}
	go s.emit(ctx)
	return s
}

func above(ctx context.Context, limit int) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for q := range newSquares(ctx).out {
		if q > limit {
			return q
		}
	}
	return 0
}

func main() {
	ctx := context.Background()
	fmt.Println(above(ctx, 10), above(ctx, 100), above(ctx, 1000))
}
