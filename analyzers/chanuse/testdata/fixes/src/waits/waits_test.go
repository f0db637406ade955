package waits

import (
	"sync"
	"testing"
	"time"
)

func sum(list []int) (total int) {
	squares := make(chan int)
	var wg sync.WaitGroup
	for _, n := range list {
		wg.Go(func() { squares <- n * n })
	}
	// want +1 `\(wait-before-drain\)`
	wg.Wait()
	close(squares)
	for n := range squares {
		total += n
	}
	return total
}

func first(slow func() int) int {
	answer := make(chan int)
	go func() {
		answer <- slow() // want `\(abandoned-send\)`
	}()
	select {
	case n := <-answer:
		return n
	case <-time.After(time.Millisecond):
		return -1
	}
}

func next(numbers <-chan int, quit <-chan bool) int {
	for {
		select {
		case n := <-numbers:
			return n
		case <-quit:
			// want +2 `\(busy-select\)`
			return 0
		default:
		}
	}
}

func TestSum(t *testing.T) {
	if n := sum([]int{1, 2, 3}); n != 14 {
		t.Error(n)
	}
}

func TestFirst(t *testing.T) {
	block := make(chan bool)
	defer close(block)
	if n := first(func() int { <-block; return 1 }); n != -1 {
		t.Error(n)
	}
}

func TestNext(t *testing.T) {
	numbers := make(chan int, 1)
	numbers <- 3
	if n := next(numbers, nil); n != 3 {
		t.Error(n)
	}
}
