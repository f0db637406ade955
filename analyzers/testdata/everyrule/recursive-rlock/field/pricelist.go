// Package pricelist keeps the prices of a shop.
package pricelist

import "sync"

type table struct {
	sync.RWMutex
	cents map[string]int
}

// A List may be used by several goroutines at once.
type List struct {
	table table
}

// New returns an empty list.
func New() *List {
	l := &List{}
	l.table.cents = make(map[string]int)
	return l
}

// Set changes a price.
func (l *List) Set(name string, cents int) {
	l.table.Lock()
	defer l.table.Unlock()
	l.table.cents[name] = cents
}

// Cheaper tells which goods cost less than another one.
func (l *List) Cheaper(than string) []string {
	l.table.RLock()
	defer l.table.RUnlock()
	var names []string
	for name, c := range l.table.cents {
		l.table.RLock() // BUG
		limit := l.table.cents[than]
		l.table.RUnlock()
		if c < limit {
			names = append(names, name)
		}
	}
	return names
}
