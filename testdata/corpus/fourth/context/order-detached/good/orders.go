// Package orders checks orders with several services at once.
package orders

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Order is what a customer wants.
type Order struct {
	ID       string
	Customer string
	Cents    int
}

// Check is one service's view of an order.
type Check func(ctx context.Context, o Order) error

// Auditor stores what was decided.
type Auditor interface {
	Record(ctx context.Context, id string, verdict error) error
}

// Desk decides about orders.
type Desk struct {
	checks  []Check
	audit   Auditor
	timeout time.Duration
	pending sync.WaitGroup
	mu      sync.Mutex
	lost    []error
}

// NewDesk returns a desk that runs all checks.
func NewDesk(a Auditor, timeout time.Duration, checks ...Check) *Desk {
	return &Desk{checks: checks, audit: a, timeout: timeout}
}

// ErrTooExpensive is a verdict.
var ErrTooExpensive = errors.New("orders: too expensive")

// Limit refuses orders above cents.
func Limit(cents int) Check {
	return func(_ context.Context, o Order) error {
		if o.Cents > cents {
			return fmt.Errorf("%s: %w", o.ID, ErrTooExpensive)
		}
		return nil
	}
}

// Decide returns nil if all checks agree. The verdict is recorded in the
// background even if ctx ends; Wait waits for that.
func (d *Desk) Decide(ctx context.Context, o Order) error {
	err := d.check(ctx, o)
	d.pending.Add(1)
	go func(ctx context.Context) {
		defer d.pending.Done()
		ctx, cancel := context.WithTimeout(ctx, d.timeout)
		defer cancel()
		if err := d.audit.Record(ctx, o.ID, err); err != nil {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.lost = append(d.lost, err)
		}
	}(context.WithoutCancel(ctx))
	return err
}

func (d *Desk) check(ctx context.Context, o Order) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, c := range d.checks {
		g.Go(func() error { return c(ctx, o) })
	}
	return g.Wait()
}

// Wait waits for the records and returns what went wrong. It must not be
// called while Decide runs.
func (d *Desk) Wait() error {
	d.pending.Wait()
	d.mu.Lock()
	defer d.mu.Unlock()
	err := errors.Join(d.lost...)
	d.lost = nil
	return err
}
