// Package main adds to an atomic in two steps.
//
// Today: nothing: v.add is started as a method value.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type visits struct{ n atomic.Int64 }

func (v *visits) add() {
	v.n.Store(v.n.Load() + 1) // related `^the value is loaded here \(atomic-read-modify-write\)$` // want `lost update: v.n is loaded and then stored in two atomic steps; what another goroutine stores in between is lost \(atomic-read-modify-write\)`
}

func main() {
	v := &visits{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(v.add)
	}
	wg.Wait()
	fmt.Println(v.n.Load())
}
