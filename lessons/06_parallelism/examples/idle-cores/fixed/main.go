// Twenty downloads that wait for the network, as many at once as the other side
// bears.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	began := time.Now()
	fetchAll(20, 20)
	fmt.Println("took", time.Since(began).Milliseconds(), "ms")
}

func fetchAll(n, limit int) {
	places := make(chan struct{}, limit)
	var downloads sync.WaitGroup
	for range n {
		places <- struct{}{}
		downloads.Go(func() {
			defer func() { <-places }()
			time.Sleep(50 * time.Millisecond) // waits for the network, and needs no core
		})
	}
	downloads.Wait()
}
