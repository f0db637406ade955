// Package undrainedright has room for all results, or somebody who takes them.
package undrainedright

import "sync"

func work(i int) int {
	for range 1000 {
		i = i*31 + 7
	}
	return i
}

// All has room for all of them.
func All(n, workers int) (sum int) {
	jobs := make(chan int, n)
	for i := range n {
		jobs <- i
	}
	close(jobs)
	results := make(chan int, n)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range jobs {
				results <- work(i)
			}
		})
	}
	wg.Wait()
	close(results)
	for r := range results {
		sum += r
	}
	return sum
}

// AsMany has as many workers as jobs.
func AsMany(n int) (sum int) {
	jobs := make(chan int, n)
	for i := range n {
		jobs <- i
	}
	close(jobs)
	results := make(chan int, n)
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for i := range jobs {
				results <- work(i)
			}
		})
	}
	wg.Wait()
	close(results)
	for r := range results {
		sum += r
	}
	return sum
}

// Each sends once.
func Each(n int) (sum int) {
	results := make(chan int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { results <- work(i) })
	}
	wg.Wait()
	close(results)
	for r := range results {
		sum += r
	}
	return sum
}

// Beside waits in a goroutine of its own.
func Beside(n, workers int) (sum int) {
	results := make(chan int, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range n {
				results <- work(i)
			}
		})
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	for r := range results {
		sum += r
	}
	return sum
}

// Taken is drained by another goroutine.
func Taken(n, workers int) (sum int) {
	results := make(chan int, workers)
	done := make(chan int)
	go func() {
		for r := range results {
			sum += r
		}
		close(done)
	}()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range n {
				results <- work(i)
			}
		})
	}
	wg.Wait()
	close(results)
	<-done
	return sum
}
