// Package defers can cancel at its end.
package defers

import (
	"context"
	"time"
)

func use(ctx context.Context) error { return ctx.Err() }

func blank(parent context.Context) error {
	ctx, _ := context.WithTimeout(parent, time.Second) // want `\(lost-cancel\)`
	return use(ctx)
}

func ignored(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want `\(lost-cancel\)`
	_ = cancel
	return use(ctx)
}

func onOneWay(parent context.Context, name string) error {
	ctx, cancel := context.WithCancel(parent) // want `\(lost-cancel\)`
	if name == "" {
		return nil
	}
	err := use(ctx)
	cancel()
	return err
}
