// Package finder looks up addresses.
package finder

import (
	"context"
	"errors"
	"fmt"
)

// The reasons for which nothing is found.
var (
	ErrNoName  = errors.New("no name given")
	ErrUnknown = errors.New("unknown")
)

// A Book is a large address book.
type Book interface {
	Find(ctx context.Context, name string) (address string, ok bool)
}

// A Watch looks after one search while it goes on, and tells the operators when
// it takes too long. It returns when its context ends.
type Watch func(ctx context.Context, name string)

// Address returns somebody's address. A watch looks after the search.
func Address(parent context.Context, book Book, watch Watch, name string) (string, error) {
	ctx, cancel := context.WithCancel(parent)
	go watch(ctx, name)

	if name == "" {
		return "", ErrNoName
	}
	cancel()
	address, ok := book.Find(ctx, name)
	if !ok {
		return "", fmt.Errorf("%s: %w", name, ErrUnknown)
	}
	return address, nil
}
