// Package doublecheckedglobals looks at a package variable without its lock, which
// a helper then takes.
package doublecheckedglobals

import (
	"sync"
	"testing"
)

var (
	mu    sync.Mutex
	ready bool
	table map[string]int
)

func Lookup(name string) int {
	if !ready { // want `Lookup reads ready before it takes mu, while another call of Lookup writes it under the lock.*\(double-checked-lock\)`
		mu.Lock()
		if !ready {
			table = map[string]int{"a": 1} // related `^the other side: Lookup writes table holding mu \(unlocked-global\)$`
			ready = true                   // related `^the other side: Lookup writes ready holding mu \(double-checked-lock\)$`
		}
		mu.Unlock()
	}
	return table[name] // want `table.* \(unlocked-global\)`
}

func TestLookup(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { Lookup("a") })
	wg.Go(func() { Lookup("a") })
	wg.Wait()
}
