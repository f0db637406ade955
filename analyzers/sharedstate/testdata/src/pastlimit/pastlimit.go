// Package main compares an atomic with a limit and adds to it afterwards.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type lift struct {
	inside atomic.Int64
	room   int64
}

func (l *lift) enter() bool {
	if l.inside.Load() < l.room {
		l.inside.Add(1) // want `likely lost decision: enter compares l.inside and then adds to it, in two atomic steps; .*\(check-then-act\)`
		return true
	}
	return false
}

var coupons int32 = 2

func redeem() bool {
	if atomic.LoadInt32(&coupons) <= 0 {
		return false
	}
	atomic.AddInt32(&coupons, -1) // want `redeem compares coupons and then adds to it.* \(check-then-act\)`
	return true
}

func main() {
	l := &lift{room: 2}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { fmt.Println(l.enter(), redeem()) })
	}
	wg.Wait()
}
