package agenda

import (
	"sync"
	"testing"
)

func TestRun(t *testing.T) {
	var a Agenda
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() { a.At(i, func() {}) })
	}
	wg.Wait()
	again := 0
	var tick func()
	tick = func() {
		again++
		a.After(2, tick)
	}
	a.At(0, tick)
	if n := a.Run(9); n != 15 || again != 5 {
		t.Error(n, again)
	}
}
