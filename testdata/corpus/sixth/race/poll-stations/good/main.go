package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// each runs f for every item, all at the same time.
func each[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Go(func() { f(it) })
	}
	wg.Wait()
}

type station struct {
	name  string
	votes int
}

func main() {
	stations := []station{{"north", 120}, {"south", 340}, {"east", 95}, {"west", 210}}
	var total atomic.Int64
	each(stations, func(s station) {
		total.Add(int64(s.votes))
	})
	fmt.Println("votes:", total.Load())
}
