// Package wronglocks guards one field by two locks, each on its own.
package wronglocks

import "sync"

type Account struct {
	depositMu  sync.Mutex
	withdrawMu sync.Mutex
	balance    int
}

func (a *Account) Deposit(n int) {
	a.depositMu.Lock()
	defer a.depositMu.Unlock()
	a.balance += n
}

func (a *Account) Withdraw(n int) {
	a.withdrawMu.Lock()
	defer a.withdrawMu.Unlock()
	a.balance -= n // want `^likely data race: Withdraw writes a.balance holding a.withdrawMu, but Deposit writes it holding a.depositMu.*\(wrong-lock\)`
}
