// Package pipeline moves records from a source into a sink with a few
// parallel workers.
package pipeline

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

type Record struct {
	Offset int
	Line   string
}

// Source emits records until it is exhausted or ctx ends.
type Source interface {
	Emit(ctx context.Context, out chan<- Record) error
}

// Sink stores one record.
type Sink interface {
	Store(ctx context.Context, r Record) error
}

// Lines is a Source over a text.
type Lines string

func (l Lines) Emit(ctx context.Context, out chan<- Record) error {
	off := 0
	for line := range strings.Lines(string(l)) {
		select {
		case out <- Record{off, strings.TrimSpace(line)}: // BUG: ctx-ignored
		case <-ctx.Done():
			return ctx.Err()
		}
		off += len(line)
	}
	return nil
}

// Report says how far a run got.
type Report struct{ Stored, Skipped int64 }

// Run copies everything from src to dst and stops at the first error.
func Run(ctx context.Context, src Source, dst Sink, workers int) (Report, error) {
	var stored, skipped atomic.Int64
	records := make(chan Record)
	g, gctx := errgroup.WithContext(ctx)

	g.Go(func() error {
		defer close(records)
		return src.Emit(ctx, records) // BUG: ctx-ignored
	})
	for id := range max(workers, 1) {
		g.Go(func() error {
			for rec := range records {
				if gctx.Err() != nil {
					return gctx.Err()
				}
				if rec.Line == "" || rec.Line[0] == '#' {
					skipped.Add(1)
					continue
				}
				if err := dst.Store(gctx, rec); err != nil {
					return fmt.Errorf("worker %d, offset %d: %w", id, rec.Offset, err)
				}
				stored.Add(1)
			}
			return nil
		})
	}
	err := g.Wait() // BUG: ctx-ignored
	return Report{stored.Load(), skipped.Load()}, err
}
