package main

import (
	"context"
	"fmt"
	"os"

	"golang.org/x/sync/errgroup"
)

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

type scanner struct {
	found chan int
	group *errgroup.Group
	ctx   context.Context
}

func newScanner(ctx context.Context) *scanner {
	g, ctx := errgroup.WithContext(ctx)
	return &scanner{found: make(chan int), group: g, ctx: ctx}
}

// scan looks at lo, lo+step, lo+2*step and so on.
func (s *scanner) scan(lo, step int) {
	s.group.Go(func() error {
		for n := lo; s.ctx.Err() == nil; n += step {
			if !isPrime(n) {
				continue
			}
			select {
			case s.found <- n: // BUG: close-by-receiver
			case <-s.ctx.Done():
				return nil
			}
		}
		return nil
	})
}

func firstN(s *scanner, n int, stop context.CancelFunc) []int {
	var out []int
	for p := range s.found {
		out = append(out, p)
		if len(out) == n {
			close(s.found) // BUG: close-by-receiver
			stop()
		}
	}
	return out
}

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s := newScanner(ctx)
	for w := range 3 {
		s.scan(1_000_000+w, 3)
	}
	primes := firstN(s, 25, stop)
	if err := s.group.Wait(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(len(primes), "primes")
}
