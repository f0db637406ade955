package otherslocks_test

import (
	"testing"

	"example/otherslocks/acct"
)

func TestVault(t *testing.T) {
	var v acct.Vault
	v.Mu.Lock()
	defer v.Mu.Unlock()
	v.Mu.RLock() // want `^deadlock: TestVault locks v.Mu, which the same goroutine holds since otherslocks_outside_test.go:11.*\(relock\)`
	defer v.Mu.RUnlock()
}
