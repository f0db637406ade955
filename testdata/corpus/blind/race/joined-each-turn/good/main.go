package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errSlow = errors.New("too slow")

// guarded runs f and waits for it; a panic becomes an error.
func guarded(f func() int) (n int, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("panic: %v", p)
			}
		}()
		n = f()
	}()
	<-done
	return n, err
}

func total(parts ...func() int) (sum int, err error) {
	for _, p := range parts {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum += p()
		}()
		wg.Wait()
	}
	if sum > 100 {
		err = errSlow
	}
	return
}

// countdown shares n with the goroutine, but they take turns.
func countdown(n int) (trace []int) {
	your, mine := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(mine)
		for range your {
			n--
			trace = append(trace, n)
			mine <- struct{}{}
		}
	}()
	for n > 0 {
		your <- struct{}{}
		<-mine
		trace = append(trace, -n)
	}
	close(your)
	<-mine
	return trace
}

func main() {
	fmt.Println(guarded(func() int { return 3 }))
	fmt.Println(guarded(func() int { var p *int; return *p }))
	fmt.Println(total(func() int { time.Sleep(time.Millisecond); return 1 }, func() int { return 2 }))
	fmt.Println(countdown(3))
}
