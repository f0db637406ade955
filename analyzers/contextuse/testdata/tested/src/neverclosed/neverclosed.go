// Package neverclosed has an object whose goroutine ends with it, and a test that never closes it.
package neverclosed

import (
	"context"
	"fmt"
)

type store struct {
	jobs chan int
	stop func()
}

func open() *store {
	ctx, cancel := context.WithCancel(context.Background())
	s := &store{jobs: make(chan int, 1), stop: cancel}
	go s.serve(ctx)
	return s
}

func (s *store) serve(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-s.jobs:
			fmt.Println(n)
		}
	}
}

func (s *store) Close() { s.stop() }
