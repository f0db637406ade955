// Package namedresults lets goroutines set named results.
package namedresults

import "sync"

// Sum returns while the goroutine may still set its result.
func Sum(list []int, stop <-chan struct{}) (sum int, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, v := range list {
			sum += v // want `likely data race: the goroutine of namedresults.go:9 writes sum, which Sum .* \(captured-variable\)`
		}
	}()
	select {
	case <-done:
	case <-stop:
	}
	return sum, err
}

// Total waits, also where it returns without naming its results.
func Total(list []int) (sum int, err error) {
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, v := range list {
			sum += v
		}
	})
	wg.Wait()
	return
}

// Last is set by a deferred call, when the goroutine is done.
func Last(list []int) (last int) {
	done := make(chan struct{})
	found := 0
	go func() {
		defer close(done)
		for _, v := range list {
			found = v
		}
	}()
	defer func() {
		<-done
		last = found
	}()
	return 0
}
