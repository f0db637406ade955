// Package glossary looks words up in two dictionaries and stores the result.
package glossary

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// Lookup finds a word in a dictionary.
type Lookup func(ctx context.Context, word string) (string, error)

// Store stores an entry.
type Store func(ctx context.Context, entry string) error

type job struct {
	ctx   context.Context
	g     *errgroup.Group
	texts [2]string
}

func (j *job) find(i int, word string, l Lookup) {
	j.g.Go(func() (err error) {
		j.texts[i], err = l(j.ctx, word)
		return err
	})
}

// Entry stores what the two dictionaries tell about a word.
func Entry(ctx context.Context, word string, a, b Lookup, store Store) error {
	j := new(job)
	j.g, j.ctx = errgroup.WithContext(ctx)
	j.find(0, word, a)
	j.find(1, word, b)
	if err := j.g.Wait(); err != nil {
		return err
	}
	return store(j.ctx, j.texts[0]+"; "+j.texts[1]) // BUG
}
