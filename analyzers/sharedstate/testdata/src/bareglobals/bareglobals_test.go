// Package bareglobals has a package variable that nobody locks.
package bareglobals

import (
	"sync"
	"testing"
)

var last string

func remember(name string) {
	last = name // want `remember writes last, which another goroutine running the same line writes at the same time \(unlocked-global\)`
}

func TestRemember(t *testing.T) {
	var wg sync.WaitGroup
	for _, name := range []string{"ann", "bob"} {
		wg.Go(func() { remember(name) })
	}
	wg.Wait()
}
