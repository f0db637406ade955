// Package main swaps elements of a slice of guarded values, in the order asked for.
package main

import "sync"

type slot struct {
	mu sync.Mutex
	n  int
}

type board struct{ slots []slot }

func (b *board) swap(i, j int) {
	b.slots[i].mu.Lock()
	defer b.slots[i].mu.Unlock()
	b.slots[j].mu.Lock() // want `^deadlock: swap locks .*\(lock-order-instances\)`
	defer b.slots[j].mu.Unlock()
	b.slots[i].n, b.slots[j].n = b.slots[j].n, b.slots[i].n
}

func main() {
	b := &board{slots: make([]slot, 2)}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		b.swap(0, 1)
	}()
	go func() {
		defer wg.Done()
		b.swap(1, 0)
	}()
	wg.Wait()
}
