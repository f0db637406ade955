// Package main pulls values out of iterators.
package main

import (
	"fmt"
	"iter"
)

func numbers(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

// first takes one value, and stops.
func first(seq iter.Seq[int]) int {
	next, stop := iter.Pull(seq)
	defer stop()
	v, _ := next()
	return v
}

// feed sends what it pulls to somebody who takes all of it.
func feed(seq iter.Seq[int], n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		next, stop := iter.Pull(seq)
		defer stop()
		for range n {
			v, ok := next()
			if !ok {
				return
			}
			out <- v
		}
	}()
	return out
}

func main() {
	fmt.Println(first(numbers))
	for v := range feed(numbers, 3) {
		fmt.Println(v)
	}
}
