// Package stock keeps the number of units per SKU, spread over shards.
package stock

import (
	"errors"
	"hash/fnv"
	"sync"
)

// Errors of the warehouse.
var (
	ErrUnknown = errors.New("stock: unknown sku")
	ErrShort   = errors.New("stock: not enough units")
)

type item struct {
	onHand   int
	reserved int
}

type shard struct {
	mu    sync.Mutex
	items map[string]*item
}

func (s *shard) find(sku string) (*item, error) {
	it, ok := s.items[sku]
	if !ok {
		return nil, ErrUnknown
	}
	return it, nil
}

func (s *shard) ensure(sku string) *item {
	it, ok := s.items[sku]
	if !ok {
		it = &item{}
		s.items[sku] = it
	}
	return it
}

func indexOf(sku string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(sku))
	return int(h.Sum32() % uint32(n))
}
