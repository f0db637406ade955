// Package main counts in several goroutines without a lock.
package main

import (
	"fmt"
	"sync"
)

func straight() int {
	n := 0
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n++ // want `data race: .* n, which another goroutine running the same line .*\(captured-variable\)`
		}()
	}
	wg.Wait()
	return n
}

func forgotten() int {
	sum := 0
	go func() {
		sum = 1 // want `data race: .*writes sum, which forgotten reads at the same time \(captured-variable\)`
	}()
	return sum
}

func main() {
	fmt.Println(straight(), forgotten())
}
