// Package feed describes a log of changes that can be fetched in pieces.
package feed

import "context"

// Change sets a key.
type Change struct {
	Pos uint64
	Key string
	Val string
}

// Source is the primary.
type Source interface {
	// Fetch blocks until there are changes after pos.
	Fetch(ctx context.Context, pos uint64) ([]Change, error)
}
