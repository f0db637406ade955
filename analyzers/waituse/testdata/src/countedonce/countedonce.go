// Package main calls Done as often as it has counted, in shapes that look otherwise.
package main

import (
	"fmt"
	"sync"
)

// two groups count different things.
func two() {
	var workers, results sync.WaitGroup
	for i := range 2 {
		results.Add(1)
		workers.Go(func() {
			defer results.Done()
			fmt.Println("worker", i)
		})
	}
	workers.Wait()
	results.Wait()
}

// batch counts two for one goroutine, which calls Done twice.
func batch() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		defer wg.Done()
		fmt.Println("two halves")
	}()
	wg.Wait()
}

// nested counts for what it starts itself, before its own Done.
func nested() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println("inner")
		}()
	}()
	wg.Wait()
}

// fallback counts a goroutine out that it does not start.
func fallback(parallel bool) {
	var wg sync.WaitGroup
	wg.Add(1)
	if parallel {
		go func() {
			defer wg.Done()
			fmt.Println("in parallel")
		}()
	} else {
		wg.Done()
	}
	wg.Wait()
}

func main() {
	two()
	batch()
	nested()
	fallback(true)
	fallback(false)
}
