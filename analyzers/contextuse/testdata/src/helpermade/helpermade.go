// Package helpermade has functions that make contexts for others.
package helpermade

import (
	"context"
	"log"
	"time"
)

func use(context.Context) error { return nil }

func session(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent)
}

func dropped(parent context.Context) error {
	ctx, _ := session(parent) // want `^context leak: the function that cancels this context is thrown away; what waits for the context waits for ever \(lost-cancel\)$`
	return use(ctx)
}

func skipped(parent context.Context, name string) error {
	ctx, cancel := session(parent) // want `on some way skipped returns without a call .*\(lost-cancel\)$`
	if name == "" {
		return nil
	}
	defer cancel()
	return use(ctx)
}

func handedOn(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := session(parent)
	return context.WithValue(ctx, "k", 1), cancel
}

func deferred(parent context.Context) error {
	ctx, cancel := session(parent)
	defer cancel()
	return use(ctx)
}

func inTurns(parent context.Context, names []string) {
	for range names {
		ctx, cancel := session(parent)
		defer cancel() // want `^contexts pile up: each turn of the loop defers a cancel.*\(defer-cancel-in-loop\)$`
		use(ctx)
	}
}

type attempt struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func (a *attempt) begin(parent context.Context) {
	a.ctx, a.cancel = context.WithTimeout(parent, time.Second)
}

func attempts(parent context.Context, names []string) {
	for range names {
		var a attempt
		a.begin(parent)
		defer a.cancel() // want `^contexts pile up.*\(defer-cancel-in-loop\)$`
		use(a.ctx)
	}
}

func eachByItself(parent context.Context, names []string) {
	for range names {
		func() {
			var a attempt
			a.begin(parent)
			defer a.cancel()
			use(a.ctx)
		}()
	}
}

// logged ends with its caller's defer, whatever the helper adds to it.
func logged(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, func() {
		log.Print("cancelled")
		cancel()
	}
}

func usesLogged(parent context.Context) error {
	ctx, done := logged(parent)
	defer done()
	return use(ctx)
}

// until derives from a context that the function ends itself.
func until(parent context.Context) error {
	outer, cancel := session(parent)
	defer cancel()
	ctx, _ := session(outer)
	return use(ctx)
}
