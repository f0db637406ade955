// Package catalog merges the feeds of all suppliers.
package catalog

import (
	"context"
	"fmt"
	"io"
	"sort"
	"sync"

	"golang.org/x/sync/errgroup"

	"tenth/race/importer/bad/feed"
)

// Opener opens a supplier's feed.
type Opener interface {
	Open(ctx context.Context, supplier string) (io.ReadCloser, error)
}

// Reject is a line that could not be used.
type Reject struct {
	Line string
	Err  error
}

// Catalog has the cheapest offer of each SKU.
type Catalog struct {
	mu     sync.Mutex
	offers map[string]feed.Product
}

// New makes an empty Catalog.
func New() *Catalog { return &Catalog{offers: make(map[string]feed.Product)} }

func (c *Catalog) offer(p feed.Product) error {
	if p.Cents < 0 {
		return fmt.Errorf("catalog: %s costs %d", p.SKU, p.Cents)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if old, ok := c.offers[p.SKU]; !ok || p.Cents < old.Cents {
		c.offers[p.SKU] = p
	}
	return nil
}

// Import reads the feeds of some suppliers at once.
func (c *Catalog) Import(ctx context.Context, o Opener, suppliers ...string) ([]Reject, error) {
	var rejects []Reject
	reject := func(line string, err error) {
		rejects = append(rejects, Reject{line, err}) // BUG: slice-append-race, data-race, captured-var
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	for _, s := range suppliers {
		g.Go(func() error {
			rc, err := o.Open(ctx, s)
			if err != nil {
				return fmt.Errorf("open %s: %w", s, err)
			}
			defer rc.Close()
			return feed.Each(s, rc, c.offer, reject) // BUG: slice-append-race, data-race, captured-var
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	sort.Slice(rejects, func(i, j int) bool { return rejects[i].Line < rejects[j].Line })
	return rejects, nil
}

// Cheapest is the cheapest offer of a SKU.
func (c *Catalog) Cheapest(sku string) (feed.Product, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, ok := c.offers[sku]
	return p, ok
}
