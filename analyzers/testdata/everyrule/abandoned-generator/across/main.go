// Package main looks for the first prime above some numbers.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

func emit(primes chan<- int) {
	for n := 2; ; n++ {
		if isPrime(n) {
			primes <- n // BUG
		}
	}
}

func primes() <-chan int {
	out := make(chan int)
	go emit(out)
	return out
}

func above(limit int) int {
	for p := range primes() {
		if p > limit {
			return p
		}
	}
	return 0
}

func main() {
	fmt.Println(above(10), above(100), above(1000))
	time.Sleep(50 * time.Millisecond)
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
