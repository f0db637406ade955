// Package busywork has goroutines that compute for long before they do what is wrong.
package busywork

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func work(cost int) (sum int) {
	for i := range cost * 1000 {
		sum += i * i % 7
	}
	for i := 0; i < cost*1000; i += 2 {
		if i%3 == 0 {
			sum -= i
		}
	}
	return sum
}

func TestSkipped(t *testing.T) {
	jobs := make(chan int, 3)
	var wg sync.WaitGroup
	for range 2 {
		go func() {
			for cost := range jobs {
				work(cost)
				if cost > 100 {
					continue
				}
				wg.Done()
			}
		}()
	}
	for _, cost := range []int{90, 101, 20} {
		wg.Add(1)
		jobs <- cost
	}
	close(jobs)
	wg.Wait() // want `deadlock: this Wait never ends: Add has counted more than there are calls of Done \(count-mismatch\)`
}

// What a loop computes may decide something.
func TestCounted(t *testing.T) {
	var wg sync.WaitGroup
	n := 0
	for range 500 {
		n++
	}
	for i := 0; i < 20; i++ {
		if i%10 == 0 {
			wg.Add(1)
			go wg.Done()
		}
	}
	if n == 0 {
		wg.Add(1)
	}
	wg.Wait()
}

var errSlow = errors.New("slow")

func TestWrapped(t *testing.T) {
	err := fmt.Errorf("job %d of %v: %w", 3, 7.5, errSlow)
	if !errors.Is(err, errSlow) {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go wg.Done()
	wg.Wait()
	wg.Done() // want `panic: TestWrapped calls Done more often than Add has counted: the counter goes below zero \(negative-counter\)`
}
