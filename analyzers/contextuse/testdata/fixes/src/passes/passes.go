// Package passes can pass its context on.
package passes

import (
	"context"
	"errors"
)

var errEmpty = errors.New("empty")

func query(ctx context.Context, text string) error { return context.Cause(ctx) }

// want +3 `\(ctx-background-inside\)`

func user(ctx context.Context, id string) error {
	return query(context.Background(), "user "+id)
}

// want +4 `\(ctx-background-inside\)`

func users(parent context.Context, id string) error {
	ctx := context.WithValue(parent, errEmpty, id)
	if err := query(context.TODO(), "x"); err != nil {
		return err
	}
	return query(ctx, "y")
}
