// Package main adds up the passengers of the lifts in a ski resort.
package main

import (
	"fmt"
	"sync"
)

func closeAfter(wg *sync.WaitGroup, people chan<- int) {
	wg.Wait()     // BUG?
	close(people) // also close-while-sending
}

func lift(chairs int, people chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range chairs {
		people <- 4
	}
}

func main() {
	people := make(chan int)
	var wg sync.WaitGroup
	go closeAfter(&wg, people)
	for _, chairs := range []int{20, 35, 12} {
		wg.Add(1) // BUG?
		go lift(chairs, people, &wg)
	}
	sum := 0
	for n := range people {
		sum += n
	}
	fmt.Println(sum, "passengers")
}
