// Package turns defers cancels in loops.
package turns

import (
	"context"
	"time"
)

func check(ctx context.Context, host string) error { return ctx.Err() }

func all(ctx context.Context, hosts []string) {
	for _, host := range hosts {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `contexts pile up: each turn of the loop defers a cancel, and all of them run only when all ends \(defer-cancel-in-loop\)`
		check(ctx, host)
	}
}

type checker struct{ hosts chan string }

func (c *checker) run(ctx context.Context) {
	for host := range c.hosts {
		turn, cancel := context.WithCancel(ctx)
		defer func() { cancel() }() // want `contexts pile up`
		check(turn, host)
	}
}
