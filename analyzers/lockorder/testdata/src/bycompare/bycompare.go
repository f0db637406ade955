// Package bycompare lets strings.Compare and cmp.Compare decide which lock comes
// first: nothing should be reported.
package bycompare

import (
	"strings"
	"sync"
)

type Account struct {
	name    string
	mu      sync.Mutex
	balance int
}

func ByCompare(from, to *Account, n int) {
	if strings.Compare(from.name, to.name) > 0 {
		to.mu.Lock()
		defer to.mu.Unlock()
		from.mu.Lock()
		defer from.mu.Unlock()
	} else {
		from.mu.Lock()
		defer from.mu.Unlock()
		to.mu.Lock()
		defer to.mu.Unlock()
	}
	from.balance -= n
	to.balance += n
}
