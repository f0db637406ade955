// Package otherslocks takes the locks of another package.
package otherslocks

import (
	"sync"

	"example/otherslocks/acct"
)

func transfer(from, to *acct.Account, n int) {
	from.Lock()
	defer from.Unlock()
	to.Lock() // want `^likely deadlock: transfer locks a.mu, then b.mu; .* locks them the other way round, and both wait for ever \(lock-order-instances\)$`
	defer to.Unlock()
	from.Add(-n)
	to.Add(n)
}

func Both(a, b *acct.Account) {
	var wg sync.WaitGroup
	wg.Go(func() { transfer(a, b, 1) })
	wg.Go(func() { transfer(b, a, 1) })
	wg.Wait()
}

// A Branch keeps gold for an account.
type Branch struct {
	account acct.Account
	vault   acct.Vault
}

func (b *Branch) Store(n int) {
	b.vault.Mu.Lock()
	defer b.vault.Mu.Unlock()
	b.account.Lock() // want `^likely deadlock: Store locks b.vault.Mu, then b.account.mu; b.Fetch\(n\) locks them the other way round.*\(lock-order\)$`
	defer b.account.Unlock()
	b.vault.Gold += n
	b.account.Add(n)
}

func (b *Branch) Fetch(n int) {
	b.account.Lock()
	defer b.account.Unlock()
	b.vault.Mu.Lock()
	defer b.vault.Mu.Unlock()
	b.vault.Gold -= n
	b.account.Add(-n)
}

func (b *Branch) Weigh() int {
	b.vault.Mu.RLock()
	defer b.vault.Mu.RUnlock()
	return b.weigh()
}

func (b *Branch) weigh() int {
	b.vault.Mu.RLock() // want `likely deadlock: weigh takes the read lock of b.vault.Mu, which the same goroutine holds since otherslocks.go:51.*\(recursive-rlock\)`
	defer b.vault.Mu.RUnlock()
	return b.vault.Gold
}
