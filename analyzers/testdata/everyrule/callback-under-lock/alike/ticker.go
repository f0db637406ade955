// Package ticker tells its subscribers about the price of a share.
package ticker

import (
	"slices"
	"sync"
)

// A Ticker may be used by several goroutines at once.
type Ticker struct {
	mu    sync.Mutex
	subs  []func(price int)
	price int
}

// Subscribe registers a function that is called for each new price.
func (t *Ticker) Subscribe(f func(price int)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.subs = append(t.subs, f)
}

// locked runs some code of this package with the lock held.
func (t *Ticker) locked(update func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	update()
}

// Set changes the price and tells the subscribers.
func (t *Ticker) Set(price int) {
	var subs []func(int)
	t.locked(func() {
		if t.price != price {
			t.price = price
			subs = slices.Clone(t.subs)
		}
	})
	for _, f := range subs {
		f(price)
	}
}
