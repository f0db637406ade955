// Package main lets all philosophers reach to the same side first.
package main

import (
	"fmt"
	"sync"
)

type fork struct{ sync.Mutex }

type philosopher struct {
	left, right *fork
	meals       int
}

func (p *philosopher) dine() {
	for range 2 {
		p.left.Lock()
		p.right.Lock() // want `^deadlock: dine .*\(lock-order-instances\)`
		p.meals++
		p.right.Unlock()
		p.left.Unlock()
	}
}

func main() {
	const seats = 3
	forks := make([]*fork, seats)
	for i := range forks {
		forks[i] = new(fork)
	}
	var wg sync.WaitGroup
	for i := range seats {
		p := &philosopher{left: forks[i], right: forks[(i+1)%seats]}
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.dine()
		}()
	}
	wg.Wait()
	fmt.Println("all have eaten")
}
