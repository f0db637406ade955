// Package limits holds per-customer limits that can change at run time.
package limits

import (
	"sync"
	"sync/atomic"
)

// Limits are the limits of all customers.
type Limits struct {
	Default int
	Per     map[string]int
}

var (
	current atomic.Pointer[Limits]
	writeMu sync.Mutex
)

func init() {
	current.Store(&Limits{Default: 10, Per: map[string]int{}})
}

// For returns the limit of a customer.
func For(customer string) int {
	l := current.Load()
	if n, ok := l.Per[customer]; ok { // BUG: map-concurrent
		return n
	}
	return l.Default
}

// Set changes the limit of a customer.
func Set(customer string, n int) {
	writeMu.Lock()
	defer writeMu.Unlock()
	l := *current.Load()
	l.Per[customer] = n // BUG: map-concurrent
	current.Store(&l)
}

// SetDefault changes the limit of all others.
func SetDefault(n int) {
	writeMu.Lock()
	defer writeMu.Unlock()
	l := *current.Load()
	l.Default = n
	current.Store(&l)
}
