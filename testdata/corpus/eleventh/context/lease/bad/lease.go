// Package lease keeps named leases alive by renewing them in the
// background until they are given back.
package lease

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Backend grants leases for a limited time.
type Backend interface {
	Grant(ctx context.Context, name string, ttl time.Duration) error
	Revoke(ctx context.Context, name string) error
}

// Keeper renews the leases of one process.
type Keeper struct {
	backend Backend
	ttl     time.Duration

	mu   sync.Mutex
	held map[string]context.CancelFunc
}

func NewKeeper(b Backend, ttl time.Duration) *Keeper {
	return &Keeper{backend: b, ttl: ttl, held: make(map[string]context.CancelFunc)}
}

// Acquire obtains the lease and keeps it until Release or until ctx ends.
// Acquiring a lease again binds it to the new context.
func (k *Keeper) Acquire(ctx context.Context, name string) error {
	if err := k.backend.Grant(ctx, name, k.ttl); err != nil {
		return fmt.Errorf("lease %s: %w", name, err)
	}
	renewCtx, cancel := context.WithCancel(ctx) // BUG: ctx-not-cancelled
	k.mu.Lock()
	k.held[name] = cancel // BUG: ctx-not-cancelled
	k.mu.Unlock()
	go k.renew(renewCtx, name) // BUG: ctx-not-cancelled
	return nil
}

func (k *Keeper) renew(ctx context.Context, name string) {
	t := time.NewTicker(k.ttl / 3)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			// A failed renewal is tried again with the next tick.
			_ = k.backend.Grant(ctx, name, k.ttl)
		}
	}
}

// Release stops the renewal and gives the lease back.
func (k *Keeper) Release(ctx context.Context, name string) error {
	k.mu.Lock()
	cancel, ok := k.held[name]
	delete(k.held, name)
	k.mu.Unlock()
	if !ok {
		return nil
	}
	cancel()
	return k.backend.Revoke(ctx, name)
}

// Close stops all renewals; the leases run out by themselves.
func (k *Keeper) Close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for name, cancel := range k.held {
		cancel()
		delete(k.held, name)
	}
}
