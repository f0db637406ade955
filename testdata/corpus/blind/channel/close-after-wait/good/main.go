package main

import (
	"fmt"
	"sync"
)

func gen(from, to int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := from; i < to; i++ {
			c <- i
		}
	}()
	return c
}

func merge[T any](ins ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	pump := func(in <-chan T) {
		defer wg.Done()
		for v := range in {
			out <- v
		}
	}
	wg.Add(len(ins))
	for _, in := range ins {
		go pump(in)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	sum := 0
	for v := range merge(gen(0, 10), gen(10, 15), gen(20, 21)) {
		sum += v
	}
	fmt.Println(sum)
}
