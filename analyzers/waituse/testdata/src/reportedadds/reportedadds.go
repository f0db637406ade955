// Package reportedadds adds in the goroutine, and waits until it has been done.
package reportedadds

import "sync"

// race starts two that are both ready before they go on: by then each has added itself.
func race(run func(string)) {
	var ready, all sync.WaitGroup
	start := make(chan struct{})
	runner := func(name string) {
		all.Add(1)
		defer all.Done()
		ready.Done()
		<-start
		run(name)
	}
	ready.Add(2)
	go runner("hare")
	go runner("hedgehog")
	ready.Wait()
	close(start)
	all.Wait()
}

var _ = race
