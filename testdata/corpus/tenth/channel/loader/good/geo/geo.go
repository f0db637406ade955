// Package geo finds the country of an address.
package geo

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"tenth/channel/loader/good/cache"
)

// Lookup asks a remote service.
type Lookup interface {
	Country(addr netip.Addr) (string, error)
}

// Resolver caches the answers of a Lookup.
type Resolver struct {
	cache   *cache.Cache[netip.Addr, string]
	timeout time.Duration
}

// New makes a Resolver that waits no longer than timeout.
func New(l Lookup, timeout time.Duration) *Resolver {
	return &Resolver{cache: cache.New(time.Minute, l.Country), timeout: timeout}
}

// Country is the country of an address, "??" if that takes too long.
func (r *Resolver) Country(ctx context.Context, addr string) (string, error) {
	a, err := netip.ParseAddr(addr)
	if err != nil {
		return "", fmt.Errorf("geo: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	c, err := r.cache.Get(ctx, a)
	if errors.Is(err, context.DeadlineExceeded) {
		return "??", nil
	}
	return c, err
}
