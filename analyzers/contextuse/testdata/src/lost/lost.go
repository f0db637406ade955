// Package lost loses cancel functions.
package lost

import (
	"context"
	"errors"
	"time"
)

func use(context.Context) error { return nil }

func onOneWay(parent context.Context, name string) error {
	ctx, cancel := context.WithCancel(parent) // want `context leak: on some way onOneWay returns without a call .* waits for ever \(lost-cancel\)`
	if name == "" {
		return errors.New("no name")
	}
	defer cancel()
	return use(ctx)
}

func blank(parent context.Context) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // want `thrown away; what waits for the context waits until the time is over \(lost-cancel\)`
	return use(ctx)
}

func ignored(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want `thrown away.* \(lost-cancel\)`
	_ = cancel
	return use(ctx)
}

func overwritten(parent context.Context, names []string) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	for range names {
		use(ctx)
		ctx, cancel = context.WithCancel(parent) // want `thrown away.* \(lost-cancel\)`
	}
}

func nextTurn(parent context.Context, names []string) {
	for _, name := range names {
		ctx, cancel := context.WithCancel(parent) // want `on some way the loop makes the next context.* \(lost-cancel\)`
		if name == "" {
			continue
		}
		use(ctx)
		cancel()
	}
}

func selected(parent context.Context, answers chan int) int {
	ctx, cancel := context.WithCancel(parent) // want `on some way selected returns.* \(lost-cancel\)`
	go use(ctx)
	select {
	case n := <-answers:
		cancel()
		return n
	case <-time.After(time.Second):
		return 0
	}
}

type conn struct {
	name string
	end  context.CancelFunc
	ctx  context.Context
}

func (c *conn) beat() { <-c.ctx.Done() }

func (c *conn) close() { c.end() }

// The connection that has the cancel function is not returned on the way of the error.
func dial(name string) (*conn, error) {
	ctx, cancel := context.WithCancel(context.Background()) // want `on some way dial returns without a call.* \(lost-cancel\)`
	c := &conn{name: name, end: cancel, ctx: ctx}
	go c.beat()
	if name == "" {
		return nil, errors.New("no name")
	}
	return c, nil
}

func main() {
	if c, err := dial("a"); err == nil {
		c.close()
	}
}

// The parent ends after all turns: until then each of these contexts stays.
func inTurns(names []string) {
	parent, cancel := context.WithCancel(context.Background())
	defer cancel()
	for range names {
		ctx, _ := context.WithCancel(parent) // want `thrown away.* \(lost-cancel\)`
		use(ctx)
	}
}

func admitted(renew bool) string {
	ctx, cancel := context.WithCancel(context.Background()) // want `on some way admitted returns.* \(lost-cancel\)`
	go func() { <-ctx.Done() }()
	if renew {
		return "for ever" // TODO: nobody calls cancel
	}
	cancel()
	return "once"
}

func saysSomethingElse(renew bool) string {
	ctx, cancel := context.WithCancel(context.Background()) // want `on some way saysSomethingElse returns.* \(lost-cancel\)`
	go func() { <-ctx.Done() }()
	if renew {
		return "for ever" // until the process ends, without cancel
	}
	cancel()
	return "once"
}
