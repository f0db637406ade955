// Package turnsright cancels in each turn.
package turnsright

import (
	"context"
	"time"
)

func check(ctx context.Context, host string) error { return ctx.Err() }

func called(ctx context.Context, hosts []string) {
	for _, host := range hosts {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		check(ctx, host)
		cancel()
	}
}

func inLiteral(ctx context.Context, hosts []string) {
	for _, host := range hosts {
		func() {
			ctx, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel()
			check(ctx, host)
		}()
	}
}

func inGoroutine(ctx context.Context, hosts []string) {
	for _, host := range hosts {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		go func() {
			defer cancel()
			check(ctx, host)
		}()
	}
}

func first(ctx context.Context, hosts []string) error {
	for _, host := range hosts {
		if host == "" {
			continue
		}
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		return check(ctx, host)
	}
	return nil
}

func outside(ctx context.Context, hosts []string) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	for _, host := range hosts {
		check(ctx, host)
	}
}
