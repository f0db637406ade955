// Package heardotherwise uses an errgroup for its limit only, and waits in another way.
package heardotherwise

import (
	"sync"

	"golang.org/x/sync/errgroup"
)

func work() {}

func fails() error { return nil }

// Limited waits for a WaitGroup; its functions have no error.
func Limited(n int) {
	var wg sync.WaitGroup
	var pool errgroup.Group
	pool.SetLimit(4)
	wg.Add(n)
	for range n {
		pool.Go(func() error {
			defer wg.Done()
			work()
			return nil
		})
	}
	wg.Wait()
}

// Answered receives what each of them sends.
func Answered() int {
	var pool errgroup.Group
	answer := make(chan int)
	pool.Go(func() error {
		answer <- 1
		return nil
	})
	return <-answer
}

// LosesErrors waits, but learns of no error.
func LosesErrors(n int) {
	var wg sync.WaitGroup
	var pool errgroup.Group
	wg.Add(n)
	for range n {
		pool.Go(func() error { // want `lost goroutines: nothing waits for this group, so LosesErrors goes on while they run, and their errors reach nobody \(errgroup-wait-missing\)`
			defer wg.Done()
			return fails()
		})
	}
	wg.Wait()
}

// GoesOn waits for something else.
func GoesOn(ready chan string) {
	var pool errgroup.Group
	pool.Go(func() error { // want `lost goroutines: nothing waits for this group.*\(errgroup-wait-missing\)`
		work()
		return nil
	})
	<-ready
}
