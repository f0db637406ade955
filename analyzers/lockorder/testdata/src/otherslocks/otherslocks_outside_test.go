package otherslocks_test

import (
	"testing"

	"example/otherslocks"
	"example/otherslocks/acct"
)

func TestBoth(t *testing.T) {
	var a, b acct.Account
	otherslocks.Both(&a, &b) // want `^deadlock: Lock locks a.mu, then b.mu; .* locks them the other way round, and both wait for ever \(lock-order-instances\)$`
}

func TestVault(t *testing.T) {
	var v acct.Vault
	v.Mu.Lock()
	defer v.Mu.Unlock()
	v.Mu.RLock() // want `^deadlock: TestVault locks v.Mu, which the same goroutine holds since otherslocks_outside_test.go:17.*\(relock\)`
	defer v.Mu.RUnlock()
}
