package main

import "fmt"

func fib(done <-chan struct{}) <-chan int {
	c := make(chan int)
	go func() {
		for a, b := 0, 1; ; a, b = b, a+b {
			select {
			case c <- a:
			case <-done:
				return
			}
		}
	}()
	return c
}

func firstAbove(limit int) int {
	done := make(chan struct{})
	defer close(done)
	for f := range fib(done) {
		if f > limit {
			return f
		}
	}
	return -1
}

func main() {
	fmt.Println(firstAbove(100))
	fmt.Println(firstAbove(1000))
}
