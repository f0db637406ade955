// Package otherslocksright takes the locks of another package in one order.
package otherslocksright

import (
	"sync"

	"example/otherslocks/acct"
)

// A Branch keeps gold for an account.
type Branch struct {
	account acct.Account
	vault   acct.Vault
}

func (b *Branch) Store(n int) {
	b.vault.Mu.Lock()
	defer b.vault.Mu.Unlock()
	b.account.Lock()
	defer b.account.Unlock()
	b.vault.Gold += n
	b.account.Add(n)
}

func (b *Branch) Fetch(n int) {
	b.account.Lock()
	b.account.Add(-n)
	b.account.Unlock()
	b.vault.Mu.Lock()
	defer b.vault.Mu.Unlock()
	b.vault.Gold -= n
}

func (b *Branch) Weigh() int {
	b.vault.Mu.RLock()
	defer b.vault.Mu.RUnlock()
	return b.weigh()
}

// weigh is called with the lock held.
func (b *Branch) weigh() int { return b.vault.Gold }

func Transfers(a, b *acct.Account) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			a.Lock()
			defer a.Unlock()
			b.Lock()
			defer b.Unlock()
			a.Add(-1)
			b.Add(1)
		})
	}
	wg.Wait()
}
