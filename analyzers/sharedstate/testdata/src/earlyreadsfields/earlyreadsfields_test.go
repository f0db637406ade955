// Package earlyreadsfields reads the field of a result before it waits.
package earlyreadsfields

import (
	"sync"
	"testing"
)

type result struct {
	n   int
	err error
}

func compute(n int) int { return n * n }

func TestResult(t *testing.T) {
	var r result
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		r.n = compute(3)
	}()
	if r.n > 0 { // want `data race: r.n is read before the Wait that would order it after .*, which writes it \(read-before-wait\)`
		t.Log("already")
	}
	wg.Wait()
}
