// Package notes suppresses a teaching note, which needs its comment also where
// notes are switched off.
package notes

import "sync"

func Handle(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() { //interleave:ignore unbounded-fanout there are three of them at most
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
