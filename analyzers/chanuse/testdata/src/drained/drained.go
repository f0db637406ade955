// Package main receives what is left before it leaves.
package main

import (
	"errors"
	"fmt"
)

func produce(out chan<- int, n int) {
	defer close(out)
	for i := range n {
		out <- i
	}
}

// deferred drains by a deferred loop.
func deferred() (int, error) {
	ch := make(chan int)
	go produce(ch, 3)
	defer func() {
		for range ch {
		}
	}()
	for v := range ch {
		if v == 1 {
			return v, errors.New("stopped early")
		}
	}
	return 0, nil
}

// counted receives exactly as often as there are sends.
func counted() (sum int) {
	ch := make(chan int)
	for i := range 3 {
		go func() { ch <- i }()
	}
	for range 3 {
		sum += <-ch
	}
	return sum
}

// background goes on receiving in a goroutine of its own.
func background() int {
	ch := make(chan int)
	go produce(ch, 3)
	v := <-ch
	go func() {
		for range ch {
		}
	}()
	return v
}

// labelled leaves the inner loop, not the outer one.
func labelled() (sum int) {
	ch := make(chan int)
	go produce(ch, 3)
values:
	for v := range ch {
		for d := 1; ; d++ {
			if d > v {
				continue values
			}
			sum += d
		}
	}
	return sum
}

func main() {
	fmt.Println(deferred())
	fmt.Println(counted(), background(), labelled())
}
