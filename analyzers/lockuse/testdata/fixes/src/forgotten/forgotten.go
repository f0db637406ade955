// Package forgotten takes locks and forgets them, or gives them back by the wrong name.
package forgotten

import (
	"errors"
	"sync"
)

type account struct {
	mu      sync.RWMutex
	changed *sync.Cond
	balance int
}

func newAccount() *account {
	a := new(account)
	a.changed = sync.NewCond(&a.mu)
	return a
}

var errPoor = errors.New("not enough")

func (a *account) withdraw(amount int) error {
	a.mu.Lock() // want `\(missing-unlock\)`
	if a.balance < amount {
		return errPoor // before anybody looks
	}
	a.balance -= amount
	a.mu.Unlock()
	return nil
}

func (a *account) deposit(amount int) {
	a.mu.Lock() // want `\(missing-unlock\)`
	if amount <= 0 {
		return
	}
	a.balance += amount
	a.changed.Broadcast()
	a.mu.Unlock()
}

func (a *account) awaitMoney() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance == 0 {
		a.changed.Wait() // want `\(cond-wait-without-loop\)`
	}
	a.balance--
}

type till struct {
	mu    sync.Mutex
	coins int
}

func (a *till) fee() {
	a.mu.TryLock() // want `\(trylock-ignored\)`
	defer a.mu.Unlock()
	a.coins--
}
