package main

import "fmt"

func fib() <-chan int { // BUG: goroutine-leak
	c := make(chan int) // BUG: goroutine-leak
	go func() {         // BUG: goroutine-leak
		for a, b := 0, 1; ; a, b = b, a+b {
			c <- a // BUG: goroutine-leak
		}
	}()
	return c
}

func firstAbove(limit int) int {
	for f := range fib() { // BUG: goroutine-leak
		if f > limit {
			return f // BUG: goroutine-leak
		}
	}
	return -1
}

func main() {
	fmt.Println(firstAbove(100))
	fmt.Println(firstAbove(1000))
}
