// Package leasepool limits how many expensive workspaces exist at a time.
package leasepool

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sync/semaphore"
)

// Setup prepares a workspace; Teardown undoes whatever Setup has got done,
// even if it failed halfway.
type Workspace interface {
	Setup(ctx context.Context) error
	Teardown()
}

// Pool hands out leases.
type Pool struct {
	slots *semaphore.Weighted
	mk    func(id int) Workspace

	mu     sync.Mutex
	lastID int
	broken []int
}

// New returns a pool of n slots.
func New(n int64, mk func(id int) Workspace) *Pool {
	return &Pool{slots: semaphore.NewWeighted(n), mk: mk}
}

// Lease is a slot together with its workspace.
type Lease struct {
	ID   int
	WS   Workspace
	pool *Pool
	once sync.Once
}

// Release gives the slot back. It can be called repeatedly.
func (l *Lease) Release() {
	if l == nil {
		return
	}
	l.once.Do(func() {
		l.WS.Teardown()
		l.pool.slots.Release(1)
	})
}

// Acquire waits for a slot and sets up a workspace in it. If the setup fails,
// the lease is returned along with the error so that the remains can be
// inspected; the slot stays taken until the lease is released.
func (p *Pool) Acquire(ctx context.Context) (*Lease, error) {
	if err := p.slots.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	p.mu.Lock()
	p.lastID++
	id := p.lastID
	p.mu.Unlock()
	l := &Lease{ID: id, WS: p.mk(id), pool: p}
	if err := l.WS.Setup(ctx); err != nil {
		p.mu.Lock()
		p.broken = append(p.broken, l.ID)
		p.mu.Unlock()
		return l, fmt.Errorf("workspace %d: %w", l.ID, err)
	}
	return l, nil
}

// ErrDoomed makes Do give up without another attempt.
var ErrDoomed = errors.New("leasepool: doomed")

// Do runs fn in a workspace and retries failed setups.
func (p *Pool) Do(ctx context.Context, tries int, fn func(Workspace) error) error {
	var errs []error
	for range tries {
		err := p.attempt(ctx, fn)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
		if errors.Is(err, ErrDoomed) || ctx.Err() != nil {
			break
		}
	}
	return errors.Join(errs...)
}

func (p *Pool) attempt(ctx context.Context, fn func(Workspace) error) error {
	l, err := p.Acquire(ctx)
	defer l.Release()
	if err != nil {
		return err
	}
	return fn(l.WS)
}

// Broken lists the workspaces whose setup has failed.
func (p *Pool) Broken() []int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]int(nil), p.broken...)
}
