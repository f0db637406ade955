// Package shortwaits has functions that wait without a look at their context, where the wait may
// well be short: teaching notes.
package shortwaits

import (
	"context"
	"errors"
)

type conn struct {
	msgs   chan func()
	closed chan struct{}
	hits   chan int
}

// onLoop waits for the loop to run what it has given it, or for the end of both.
func (c *conn) onLoop(ctx context.Context, f func()) error { // related `the context that nobody looks at`
	done := make(chan struct{})
	c.give(func() {
		defer close(done)
		f()
	})
	select { // want `deaf to cancellation: onLoop takes ctx and never looks at it, .*\(ctx-ignored\)`
	case <-done:
		return nil
	case <-c.closed:
		return errors.New("closed")
	}
}

func (c *conn) give(f func()) {
	select {
	case c.msgs <- f:
	default:
	}
}

// load has nothing to do with the wait, which is two calls away.
func (c *conn) load(ctx context.Context) int { // related `the context that nobody looks at`
	return c.resolve() // want `deaf to cancellation: load takes ctx and never looks at it, .*\(ctx-ignored\)`
}

func (c *conn) resolve() int { return c.ask() }

func (c *conn) ask() int { return <-c.hits }

// tell waits in a helper, which has an end of its own.
func (c *conn) tell(ctx context.Context, f func()) { // related `the context that nobody looks at`
	c.post(f) // want `^deaf to cancellation: tell takes ctx and never looks at it, .*\(ctx-ignored\)`
}

func (c *conn) post(f func()) {
	select {
	case c.msgs <- f:
	case <-c.closed:
	}
}

// next waits itself, for as long as others please.
func (c *conn) next(ctx context.Context) int { // related `the context that nobody looks at`
	select { // want `^likely deaf to cancellation: next takes ctx and never looks at it, .*\(ctx-ignored\)`
	case n := <-c.hits:
		return n
	case <-c.closed:
		return 0
	}
}
