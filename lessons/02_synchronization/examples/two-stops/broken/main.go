// A signal and an operator stop the same server.
package main

import (
	"fmt"
	"sync"
)

var bothHaveLooked sync.WaitGroup // only to make the bad order happen each time

func main() {
	stopped := make(chan struct{})
	stop := func() {
		select {
		case <-stopped:
			return // somebody was faster
		default:
		}
		bothHaveLooked.Done()
		bothHaveLooked.Wait()
		close(stopped)
	}
	bothHaveLooked.Add(2)
	var wg sync.WaitGroup
	wg.Go(stop)
	wg.Go(stop)
	wg.Wait()
	fmt.Println("stopped")
}
