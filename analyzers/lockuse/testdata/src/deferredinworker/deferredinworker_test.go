// Package deferredinworker defers in the loop of a goroutine that another
// function starts.
package deferredinworker

import (
	"sync"
	"testing"
)

var (
	mu  sync.Mutex
	sum int
)

func work(jobs <-chan int) {
	for n := range jobs {
		mu.Lock() // want `the next turn of the loop locks mu again, but the deferred unlock waits for the end of work \(defer-unlock-in-loop\)`
		defer mu.Unlock()
		sum += n
	}
}

func run(jobs []int) {
	ch := make(chan int, len(jobs))
	for _, n := range jobs {
		ch <- n
	}
	close(ch)
	var wg sync.WaitGroup
	wg.Go(func() { work(ch) })
	wg.Wait()
}

func TestTwoJobs(t *testing.T) { run([]int{1, 2}) }
