// Package printedunderlock has a type that only this package knows, whose values are printed
// under the lock that guards them, and one that everybody may print.
package printedunderlock

import (
	"fmt"
	"log"
	"sync"
)

type Registry struct {
	mu    sync.Mutex
	items map[string]*item
}

type item struct{ weight int }

func (i *item) String() string { return fmt.Sprint("item of ", i.weight) }

func (r *Registry) Set(name string, weight int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if i := r.items[name]; i != nil {
		i.weight = weight
	}
	log.Println(r.items)
}

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Pay(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance -= n
}

func (a *Account) String() string {
	return fmt.Sprint("balance ", a.balance) // want `likely data race: String reads a.balance without a.mu.* \(unlocked-field\)`
}
