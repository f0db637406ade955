// Package late counts its goroutines when they run already.
package late

import "sync"

func visit(towns []string, see func(string)) {
	var wg sync.WaitGroup
	for _, town := range towns {
		go func() {
			wg.Add(1) // want `Add is called inside the goroutine.*\(add-inside-goroutine\)`
			defer wg.Done()
			see(town)
		}()
	}
	wg.Wait()
}
