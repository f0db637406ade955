// Package capturedsupposed has no main: its functions are searched with supposed arguments.
package capturedsupposed

import "sync"

func Sum(lists [][]int) int {
	total := 0
	var wg sync.WaitGroup
	for _, list := range lists {
		wg.Go(func() {
			for _, n := range list {
				total += n // want `likely data race: .*total.*\(captured-variable\)`
			}
		})
	}
	wg.Wait()
	return total
}

// First waits for one of two.
func First(a, b func() string) string {
	text := ""
	done := make(chan struct{}, 2)
	for _, f := range []func() string{a, b} {
		go func() {
			text = f() // want `likely data race: .*text.*\(captured-variable\)`
			done <- struct{}{}
		}()
	}
	<-done
	return text
}
