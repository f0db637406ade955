// Package freshinsideright makes fresh contexts for a reason.
package freshinsideright

import (
	"context"
	"net/http"
)

type query struct {
	ctx  context.Context
	text string
}

type store struct{ run func(*query) error }

// own is the context of work that has to end whatever the caller does.
func own() context.Context {
	return context.Background()
}

func (s *store) Save(ctx context.Context, text string) error {
	return put(own(), text)
}

func put(ctx context.Context, text string) error { return ctx.Err() }

// Undo runs when the caller has given up.
func (s *store) Undo(ctx context.Context, text string) error {
	if err := ctx.Err(); err != nil {
		return s.run(&query{ctx: context.Background(), text: text})
	}
	return s.run(&query{ctx: ctx, text: text})
}

func (s *store) Close(ctx context.Context) error {
	return s.run(&query{ctx: context.Background()})
}

// The handler waits for what it has started elsewhere.
type server struct {
	mail func(ctx context.Context, to string) error
}

func (s *server) both(ctx context.Context, to string) {
	done := make(chan error)
	go func() { done <- s.mail(ctx, to) }()
	<-done
}

func (s *server) later(ctx context.Context, to string) {
	go s.mail(context.WithoutCancel(ctx), to)
}

func (s *server) watch(ctx context.Context, to string) {
	go func() { <-ctx.Done() }()
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.both(r.Context(), "a")
	s.later(r.Context(), "b")
	s.watch(r.Context(), "c")
}
