// Package main calls with arguments that are in order, and seats philosophers so
// that one of them reaches for the other fork first.
package main

import (
	"fmt"
	"sync"
)

type fork struct {
	mu   sync.Mutex
	uses int
}

func eat(first, second *fork) {
	first.mu.Lock()
	second.mu.Lock()
	first.uses++
	second.uses++
	second.mu.Unlock()
	first.mu.Unlock()
}

func dine() int {
	forks := []*fork{{}, {}, {}}
	var wg sync.WaitGroup
	for i := range forks {
		first, second := i, (i+1)%len(forks)
		if second < first {
			first, second = second, first
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			eat(forks[first], forks[second])
		}()
	}
	wg.Wait()
	return forks[0].uses
}

// handOverHand walks a list with at most two locks, always forward.
type node struct {
	mu   sync.Mutex
	next *node
	n    int
}

func (head *node) sum() (sum int) {
	at := head
	at.mu.Lock()
	for at.next != nil {
		next := at.next
		next.mu.Lock()
		sum += at.n
		at.mu.Unlock()
		at = next
	}
	sum += at.n
	at.mu.Unlock()
	return sum
}

func main() {
	fmt.Println(dine())
	list := &node{n: 1, next: &node{n: 2}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(list.sum()) })
	}
	wg.Wait()
}
