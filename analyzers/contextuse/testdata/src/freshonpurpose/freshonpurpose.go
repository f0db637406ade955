// Package freshonpurpose makes contexts for work that is to outlive the caller.
package freshonpurpose

import (
	"context"
	"time"
)

type store struct {
	ctx context.Context
	db  database
}

type database interface {
	Query(ctx context.Context, text string) error
	Close(ctx context.Context) error
	Rollback(ctx context.Context) error
}

func (s *store) cleanup(ctx context.Context) error {
	return s.db.Query(context.Background(), "delete")
}

func (s *store) change(ctx context.Context) error {
	defer s.db.Close(context.Background())
	if err := s.db.Query(ctx, "change"); err != nil {
		return s.db.Rollback(context.Background())
	}
	return nil
}

func (s *store) serve(ctx context.Context) error {
	<-ctx.Done()
	return s.db.Query(context.Background(), "bye")
}

func (s *store) withDeadline(ctx context.Context) error {
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return s.db.Query(last, "bye")
}

func (s *store) orElse(ctx context.Context) error {
	if ctx == nil {
		ctx = context.Background()
	}
	return s.db.Query(ctx, "x")
}

func (s *store) behind(ctx context.Context) {
	go func() { s.db.Query(context.Background(), "log") }()
}

func (s *store) explained(ctx context.Context) {
	// The audit is written also when the client has gone.
	s.db.Query(context.Background(), "audit")
}

func (s *store) start(ctx context.Context) {
	s.ctx = context.Background()
}

func noContext(s *store) error { return s.db.Query(context.Background(), "x") }
