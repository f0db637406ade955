// Package keys locks two accounts that it looks up by name.
package keys

import (
	"errors"
	"sync"
)

type Account struct {
	mu  sync.Mutex
	sum int
}

type Bank struct {
	mu       sync.RWMutex
	accounts map[string]*Account
}

func (b *Bank) Transfer(from, to string, n int) {
	f, t := b.accounts[from], b.accounts[to]
	f.mu.Lock()
	defer f.mu.Unlock()
	t.mu.Lock() // want `likely deadlock: Transfer locks b.accounts\[x\].mu, then b.accounts\[y\].mu; b.Transfer\(y, x, n\) locks them the other way round, and both wait for ever \(lock-order-instances\)`
	defer t.mu.Unlock()
	f.sum -= n
	t.sum += n
}

var errUnknown = errors.New("no such account")

// Ordered takes the lock of the smaller name first.
func (b *Bank) Ordered(from, to string, n int) error {
	if from == to {
		return nil
	}
	b.mu.RLock()
	f, ok := b.accounts[from]
	t, also := b.accounts[to]
	b.mu.RUnlock()
	if !ok || !also {
		return errUnknown
	}
	if from < to {
		f.mu.Lock()
		t.mu.Lock()
	} else {
		t.mu.Lock()
		f.mu.Lock()
	}
	defer f.mu.Unlock()
	defer t.mu.Unlock()
	f.sum -= n
	t.sum += n
	return nil
}

// Guarded does it under the bank's lock.
func (b *Bank) Guarded(from, to string, n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f, t := b.accounts[from], b.accounts[to]
	f.mu.Lock()
	t.mu.Lock()
	f.sum -= n
	t.sum += n
	t.mu.Unlock()
	f.mu.Unlock()
}

// OneByOne never holds two.
func (b *Bank) OneByOne(from, to string, n int) {
	f := b.accounts[from]
	f.mu.Lock()
	f.sum -= n
	f.mu.Unlock()
	t := b.accounts[to]
	t.mu.Lock()
	t.sum += n
	t.mu.Unlock()
}
