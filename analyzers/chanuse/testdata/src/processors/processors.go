// Package processors starts as many goroutines as there are processors.
package processors

import "runtime"

// Sum receives one part from each.
func Sum(list []int) int {
	workers := runtime.NumCPU()
	parts := make(chan int)
	for w := range workers {
		go func() {
			sum := 0
			for i := w; i < len(list); i += workers {
				sum += list[i]
			}
			parts <- sum
		}()
	}
	total := 0
	for range runtime.NumCPU() {
		total += <-parts
	}
	return total
}

// Few receives one part less than there are.
func Few() int {
	parts := make(chan int)
	for w := range runtime.NumCPU() {
		go func() {
			parts <- w // want `^likely goroutine leak: the send to parts waits for ever.* \(abandoned-send\)`
		}()
	}
	total := 0
	for range runtime.NumCPU() - 1 {
		total += <-parts
	}
	return total
}
