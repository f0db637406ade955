// Package report sums up orders.
package report

import (
	"context"
	"fmt"
	"time"
)

// Order is a row of the table.
type Order struct {
	ID     int
	Amount int
}

// Source yields orders one by one.
type Source interface {
	Next() (Order, bool)
}

// Table is a source in memory.
type Table struct {
	rows []Order
	pos  int
	slow time.Duration
}

// Next implements Source.
func (t *Table) Next() (Order, bool) {
	if t.pos >= len(t.rows) {
		return Order{}, false
	}
	time.Sleep(t.slow)
	t.pos++
	return t.rows[t.pos-1], true
}

type reporter struct {
	src Source
	out chan Order
}

func (r *reporter) read(ctx context.Context) {
	defer close(r.out)
	for {
		o, ok := r.src.Next()
		if !ok {
			return
		}
		select {
		case r.out <- o:
		case <-ctx.Done():
			return
		}
	}
}

// Sum adds up all amounts.
func Sum(ctx context.Context, src Source) (int, error) {
	r := &reporter{src: src, out: make(chan Order)}
	go r.read(ctx)
	sum := 0
	for {
		select {
		case o, ok := <-r.out:
			if !ok {
				return sum, nil
			}
			sum += o.Amount
		case <-ctx.Done():
			return sum, fmt.Errorf("report: %w", ctx.Err())
		}
	}
}
