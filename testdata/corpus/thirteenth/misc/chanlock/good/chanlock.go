// Package chanlock stores leases behind a lock one can give up waiting for.
package chanlock

import "context"

// Leases maps resources to their holders.
type Leases struct {
	sem    chan struct{}
	holder map[string]string
}

// New returns an empty table.
func New() *Leases {
	return &Leases{sem: make(chan struct{}, 1), holder: make(map[string]string)}
}

func (l *Leases) acquire(ctx context.Context) error {
	select {
	case l.sem <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *Leases) release() { <-l.sem }

// Take gives the resource to who, unless somebody has it.
func (l *Leases) Take(ctx context.Context, resource, who string) (bool, error) {
	if err := l.acquire(ctx); err != nil {
		return false, err
	}
	defer l.release()
	if h, taken := l.holder[resource]; taken {
		return h == who, nil
	}
	l.holder[resource] = who
	return true, nil
}

// Return frees the resource if who holds it.
func (l *Leases) Return(ctx context.Context, resource, who string) error {
	if err := l.acquire(ctx); err != nil {
		return err
	}
	defer l.release()
	if l.holder[resource] == who {
		delete(l.holder, resource)
	}
	return nil
}
