package linkcheck

import (
	"context"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Prober asks whether an address still answers.
type Prober interface {
	Alive(ctx context.Context, url string) (bool, error)
}

// Report lists the dead addresses.
type Report struct {
	Broken []string
}

func (r *Report) fail(url string) {
	r.Broken = append(r.Broken, url) // BUG: slice-append-race
}

// Check probes all the addresses, a few at a time.
func Check(ctx context.Context, p Prober, urls []string) (*Report, error) {
	rep := new(Report)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	for _, u := range urls {
		g.Go(func() error {
			ok, err := p.Alive(ctx, u)
			if err != nil {
				return err
			}
			if !ok {
				rep.fail(u) // BUG: slice-append-race
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	slices.Sort(rep.Broken)
	return rep, nil
}
