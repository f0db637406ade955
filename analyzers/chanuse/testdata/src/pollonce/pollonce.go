// Package main polls once, perhaps before the sender has arrived: the send
// should be reported, because the default leaves it without a receiver.
package main

import "sync"

func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	wg.Add(1)
	go func() {
		defer wg.Done()
		select {
		case <-ch:
		default:
		}
	}()
	ch <- 1 // want `waits for ever.*\(abandoned-send\)`
	wg.Wait()
}
