// Package freshinside hides fresh contexts in objects and behind functions.
package freshinside

import (
	"context"
	"errors"
)

type query struct {
	ctx  context.Context
	text string
}

type store struct{ run func(*query) error }

func (s *store) send(q *query) error { return s.run(q) }

// want +6 `^likely deaf to cancellation: Find is given ctx, but calls send with a fresh context; .*\(ctx-background-inside\)$`

func (s *store) Find(ctx context.Context, text string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	q := &query{ctx: context.TODO(), text: text}
	return s.send(q)
}

func own() context.Context {
	return context.Background()
}

// want +4 `load is given ctx, but calls get with a fresh context; .*\(ctx-background-inside\)$`

func load(ctx context.Context, text string) error {
	if ctx.Err() == nil {
		return get(own(), text)
	}
	return errors.New("too late")
}

func get(ctx context.Context, text string) error { return ctx.Err() }
