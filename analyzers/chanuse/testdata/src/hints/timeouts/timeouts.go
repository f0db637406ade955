// Package main starts its time-out anew in each turn of a loop.
package main

import (
	"fmt"
	"time"
)

func collect(values <-chan int) (all []int) {
	for {
		select {
		case v := <-values:
			all = append(all, v)
		case <-time.After(time.Millisecond): // want `time.After starts a new timer in every turn of the loop: the wait begins anew each time \(timer-in-loop\)`
			return all
		}
	}
}

type feed struct {
	values chan int
	limit  time.Duration
}

func (f *feed) sum() (n int) {
	for i := 0; i < 3; i++ {
		select {
		case v := <-f.values:
			n += v
		case <-time.After(f.limit): // want `time.After starts a new timer in every turn of the loop.*\(timer-in-loop\)`
			return n
		}
	}
	return n
}

func main() {
	f := &feed{make(chan int, 2), time.Millisecond}
	f.values <- 1
	fmt.Println(collect(make(chan int)), f.sum())
}
