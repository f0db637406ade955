// Package agenda calls functions in the order of their time.
package agenda

import (
	"sort"
	"sync"
)

type item struct {
	at int
	fn func()
}

// Agenda is a list of things to do.
type Agenda struct {
	mu    sync.Mutex
	now   int
	items []item
}

// At adds fn for a time; fn may call At itself.
func (a *Agenda) At(t int, fn func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.insert(item{t, fn})
}

// After adds fn for some time after now.
func (a *Agenda) After(d int, fn func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.insert(item{a.now + d, fn})
}

func (a *Agenda) insert(it item) {
	i := sort.Search(len(a.items), func(i int) bool { return a.items[i].at > it.at })
	a.items = append(a.items, item{})
	copy(a.items[i+1:], a.items[i:])
	a.items[i] = it
}

// Run does everything up to the given time.
func (a *Agenda) Run(until int) (n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for len(a.items) > 0 && a.items[0].at <= until {
		it := a.items[0]
		a.items = a.items[1:]
		a.now = it.at

		a.mu.Unlock()
		it.fn()
		a.mu.Lock()
		n++
	}
	a.now = until
	return n
}
