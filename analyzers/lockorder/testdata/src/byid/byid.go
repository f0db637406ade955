// Package byid decides by an id, a name or an address which lock comes first.
// Each order has a type of its own: two orders for one type would not be safe.
package byid

import (
	"cmp"
	"slices"
	"sync"
	"unsafe"
)

type Numbered struct {
	id      int
	mu      sync.Mutex
	balance int
}

func ByID(from, to *Numbered, n int) {
	if from.id == to.id {
		return
	}
	first, second := from, to
	if to.id < from.id {
		first, second = to, from
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	from.balance -= n
	to.balance += n
}

type Named struct {
	name    string
	mu      sync.Mutex
	balance int
}

func ByName(from, to *Named, n int) {
	switch {
	case from.name < to.name:
		from.mu.Lock()
		to.mu.Lock()
	case from.name > to.name:
		to.mu.Lock()
		from.mu.Lock()
	default:
		return
	}
	from.balance -= n
	to.balance += n
	from.mu.Unlock()
	to.mu.Unlock()
}

type Placed struct {
	rights  int
	mu      sync.Mutex
	balance int
}

func ByAddress(from, to *Placed, n int) {
	if from == to {
		return
	}
	first, second := from, to
	if uintptr(unsafe.Pointer(first)) > uintptr(unsafe.Pointer(second)) {
		first, second = second, first
	}
	first.mu.Lock()
	second.mu.Lock()
	from.balance -= n
	to.balance += n
	second.mu.Unlock()
	first.mu.Unlock()
}

type Helped struct {
	id      int
	mu      sync.Mutex
	balance int
}

// lockBoth puts its arguments in order.
func lockBoth(a, b *Helped) (unlock func()) {
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	if a != b {
		b.mu.Lock()
	}
	return func() {
		if a != b {
			b.mu.Unlock()
		}
		a.mu.Unlock()
	}
}

func ByHelper(from, to *Helped, n int) {
	defer lockBoth(from, to)()
	from.balance -= n
	to.balance += n
}

type Sorted struct {
	id      int
	mu      sync.Mutex
	balance int
}

// BySorting locks any number of accounts in one order.
func BySorting(accounts ...*Sorted) (sum int) {
	sorted := slices.Clone(accounts)
	slices.SortFunc(sorted, func(a, b *Sorted) int { return cmp.Compare(a.id, b.id) })
	for _, a := range sorted {
		a.mu.Lock()
		defer a.mu.Unlock()
		sum += a.balance
	}
	return sum
}
