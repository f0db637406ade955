// Package migrate brings a database from one version to the next.
package migrate

import (
	"context"
	"fmt"
	"time"
)

// Lock is the lock of a database that other programs may hold.
type Lock interface {
	TryLock() bool
	Unlock()
}

// Step changes the database.
type Step func(ctx context.Context) error

func await(_ context.Context, l Lock) {
	for !l.TryLock() { // BUG?
		time.Sleep(time.Second) // BUG?
	}
}

// Run does all steps while it holds the lock.
func Run(ctx context.Context, l Lock, steps []Step) error {
	await(ctx, l)
	defer l.Unlock()
	for i, step := range steps {
		if err := step(ctx); err != nil {
			return fmt.Errorf("step %d: %w", i, err)
		}
	}
	return nil
}
