// Package stock answers how many pieces of an article are in the store.
package stock

import (
	"errors"
	"fmt"
)

// ErrUnknown is returned for articles nobody ever stored.
var ErrUnknown = errors.New("stock: unknown article")

// Store is anything that knows quantities.
type Store interface {
	Quantity(article string) (int, error)
	Change(article string, by int) error
}

// Total sums the quantities of some articles.
func Total(s Store, articles ...string) (int, error) {
	sum := 0
	for _, a := range articles {
		n, err := s.Quantity(a)
		if errors.Is(err, ErrUnknown) {
			continue
		}
		if err != nil {
			return 0, fmt.Errorf("total: %w", err)
		}
		sum += n
	}
	return sum, nil
}
