package main

import "fmt"

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

func primes() <-chan int {
	out := make(chan int) // BUG: goroutine-leak
	go func() {           // BUG: goroutine-leak
		for n := 2; ; n++ {
			if isPrime(n) {
				out <- n // BUG: goroutine-leak
			}
		}
	}()
	return out
}

// firstPrimes returns the first n primes.
func firstPrimes(n int) []int {
	var ps []int
	for p := range primes() { // BUG: goroutine-leak
		if len(ps) == n {
			break // BUG: goroutine-leak
		}
		ps = append(ps, p)
	}
	return ps
}

func main() {
	for k := 1; k <= 3; k++ {
		fmt.Println(firstPrimes(4 * k))
	}
}
