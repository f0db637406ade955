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

// A timer fires once, so the second context is made in one turn at most.
func afterTimer(ctx context.Context, answers chan error) error {
	patience := time.NewTimer(time.Second)
	defer patience.Stop()
	for {
		select {
		case <-patience.C:
			ctx, cancel := context.WithCancel(ctx)
			defer cancel()
			go check(ctx, "second")
		case err := <-answers:
			if err == nil {
				return nil
			}
			if patience.Stop() {
				patience.Reset(0) // it has not fired yet
			}
		}
	}
}

// What time.After gives comes once as well.
func afterTime(ctx context.Context, answers chan error) error {
	late := time.After(time.Second)
	for {
		select {
		case err := <-answers:
			return err
		case <-late:
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		go check(ctx, "second")
	}
}

// Two contexts are no pile.
func twoTurns(ctx context.Context, safely bool) error {
	networks := []string{"udp", "tcp"}
	if safely {
		networks = []string{"tcp"}
	}
	for _, network := range networks {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if err := check(ctx, network); err != nil {
			return err
		}
	}
	return nil
}

// One turn of all has a deadline of its own.
func OneTurn(parent context.Context, listen func(context.Context, int)) {
	for i := range 4 {
		ctx := parent
		if i == 3 {
			var stop context.CancelFunc
			ctx, stop = context.WithTimeout(parent, time.Second)
			defer stop()
		}
		listen(ctx, i)
	}
}

// OneElement is the same in a range over a slice.
func OneElement(parent context.Context, names []string, listen func(context.Context, string)) {
	for i, name := range names {
		ctx := parent
		if i == 0 {
			var stop context.CancelFunc
			ctx, stop = context.WithTimeout(parent, time.Second)
			defer stop()
		}
		listen(ctx, name)
	}
}

// Captured is the same where a literal has the variable.
func Captured(parent context.Context, listen func(context.Context, func() int)) {
	for i := range 4 {
		ctx := parent
		if i == 3 {
			var stop context.CancelFunc
			ctx, stop = context.WithTimeout(parent, time.Second)
			defer stop()
		}
		listen(ctx, func() int { return i })
	}
}
