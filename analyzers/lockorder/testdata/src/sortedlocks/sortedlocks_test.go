// Package sortedlocks locks several objects in the order that a sort of the library gives them.
package sortedlocks

import (
	"cmp"
	"slices"
	"sort"
	"sync"
	"testing"
	"unsafe"
)

type shelf struct {
	id    int
	mu    sync.Mutex
	books int
}

type byID []*shelf

func (s byID) Len() int           { return len(s) }
func (s byID) Less(i, j int) bool { return s[i].id < s[j].id }
func (s byID) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func lockAll(shelves []*shelf) (unlock func()) {
	for _, s := range shelves {
		s.mu.Lock() // want `deadlock: lockAll locks one .*, then another; .* locks them the other way round, and both wait for ever \(lock-order-instances\)`
	}
	return func() {
		for _, s := range shelves {
			s.mu.Unlock()
		}
	}
}

func lockEach(shelves []*shelf) {
	for _, s := range shelves {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.books++
	}
}

func both(order func([]*shelf)) {
	a, b := &shelf{id: 1}, &shelf{id: 2}
	var wg sync.WaitGroup
	for _, list := range [][]*shelf{{a, b}, {b, a}} {
		wg.Go(func() {
			order(list)
			lockEach(list)
		})
	}
	wg.Wait()
}

func TestSortFunc(t *testing.T) {
	both(func(list []*shelf) { slices.SortFunc(list, func(a, b *shelf) int { return cmp.Compare(a.id, b.id) }) })
}

func TestSortStableFunc(t *testing.T) {
	both(func(list []*shelf) { slices.SortStableFunc(list, func(a, b *shelf) int { return b.id - a.id }) })
}

func TestSlice(t *testing.T) {
	both(func(list []*shelf) { sort.Slice(list, func(i, j int) bool { return list[i].id < list[j].id }) })
}

func TestSort(t *testing.T) {
	both(func(list []*shelf) { sort.Sort(byID(list)) })
}

// An order that the search does not know is an order.
func TestAddresses(t *testing.T) {
	address := func(s *shelf) uintptr { return uintptr(unsafe.Pointer(s)) }
	both(func(list []*shelf) {
		slices.SortFunc(list, func(a, b *shelf) int { return cmp.Compare(address(a), address(b)) })
	})
}

// The same key for all leaves them where they are.
func TestSameKey(t *testing.T) {
	a, b := &shelf{id: 1}, &shelf{id: 1}
	var wg sync.WaitGroup
	for _, list := range [][]*shelf{{a, b}, {b, a}} {
		wg.Go(func() {
			slices.SortStableFunc(list, func(a, b *shelf) int { return cmp.Compare(a.id, b.id) })
			defer lockAll(list)()
		})
	}
	wg.Wait()
}
