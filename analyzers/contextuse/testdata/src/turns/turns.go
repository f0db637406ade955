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
		defer func() { cancel() }() // want `contexts pile up.* \(defer-cancel-in-loop\)`
		check(turn, host)
	}
}

// This timer fires again and again.
func afterEachTimer(ctx context.Context, answers chan error) error {
	patience := time.NewTimer(time.Second)
	for {
		select {
		case <-patience.C:
			patience.Reset(time.Second)
			ctx, cancel := context.WithCancel(ctx)
			defer cancel() // want `contexts pile up.* \(defer-cancel-in-loop\)`
			go check(ctx, "next")
		case err := <-answers:
			return err
		}
	}
}

func afterEachTime(ctx context.Context, answers chan error) error {
	for {
		select {
		case err := <-answers:
			return err
		case <-time.After(time.Second):
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel() // want `contexts pile up.* \(defer-cancel-in-loop\)`
		go check(ctx, "next")
	}
}

func three(ctx context.Context) {
	for _, host := range []string{"a", "b", "c"} {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `contexts pile up.* \(defer-cancel-in-loop\)`
		check(ctx, host)
	}
}

func twoForEach(ctx context.Context, hosts []string) {
	for _, host := range hosts {
		for _, port := range []string{":80", ":443"} {
			ctx, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel() // want `contexts pile up.* \(defer-cancel-in-loop\)`
			check(ctx, host+port)
		}
	}
}
