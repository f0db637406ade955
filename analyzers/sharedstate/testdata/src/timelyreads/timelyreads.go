// Package main reads results when they are there, and other things before.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type result struct{ n, size int }

// waited reads after Wait what the goroutine writes, and before it what it leaves alone.
func waited() int {
	r := result{size: 3}
	var wg sync.WaitGroup
	wg.Go(func() { r.n = 2 })
	fmt.Println("of size", r.size)
	wg.Wait()
	return r.n
}

// received has its order from a receive, and waits only afterwards.
func received() int {
	n := 0
	half := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		n = 1
		close(half)
	})
	<-half
	fmt.Println("half", n)
	wg.Wait()
	return n
}

// progress may look early.
func progress() int64 {
	var n atomic.Int64
	var wg sync.WaitGroup
	wg.Go(func() { n.Add(1) })
	fmt.Println("so far", n.Load())
	wg.Wait()
	return n.Load()
}

// rounds waits in each turn of the loop before it reads.
func rounds() int {
	n := 0
	for range 2 {
		var wg sync.WaitGroup
		wg.Go(func() { n++ })
		wg.Wait()
		fmt.Println("round", n)
	}
	return n
}

func main() { fmt.Println(waited(), received(), progress(), rounds()) }
