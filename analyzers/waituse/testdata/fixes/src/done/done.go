// Package done leaves goroutines without Done, or with one too many.
package done

import "sync"

func process(jobs []int, do func(int)) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			if job < 0 {
				return // want `\(missing-done\)`
			}
			do(job)
			wg.Done()
		}()
	}
	wg.Wait()
}

func both(f, g func()) {
	var wg sync.WaitGroup
	// want +2 `Go calls Done itself .* \(negative-counter\)`
	wg.Go(func() {
		defer wg.Done()
		f()
	})
	wg.Go(g)
	wg.Wait()
}
