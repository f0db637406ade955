// Twenty downloads that wait for the network, as many at once as there are cores:
// the limit of the wrong kind.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	began := time.Now()
	fetchAll(20, runtime.GOMAXPROCS(0))
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
