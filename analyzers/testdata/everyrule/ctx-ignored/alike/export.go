// Package export writes the rows of a database to a file.
package export

import (
	"context"
	"time"
)

// Row is a row of a table.
type Row []string

// Exporter writes rows.
type Exporter struct {
	ctx   context.Context
	ready func() bool
	write func(Row) error
}

func (e *Exporter) stopped() bool {
	return e.ctx.Err() != nil
}

func (e *Exporter) pause(d time.Duration) {
	select {
	case <-time.After(d):
	case <-e.ctx.Done():
	}
}

func (e *Exporter) run(rows []Row) error {
	for !e.ready() && !e.stopped() {
		e.pause(100 * time.Millisecond)
	}
	for _, r := range rows {
		if e.stopped() {
			break
		}
		if err := e.write(r); err != nil {
			return err
		}
	}
	return e.ctx.Err()
}

// Export writes all rows as soon as the file is ready.
func Export(ctx context.Context, ready func() bool, write func(Row) error, rows []Row) error {
	e := &Exporter{ctx: ctx, ready: ready, write: write}
	return e.run(rows)
}
