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

func primes(stop <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		for n := 2; ; n++ {
			if !isPrime(n) {
				continue
			}
			select {
			case out <- n:
			case <-stop:
				return
			}
		}
	}()
	return out
}

// firstPrimes returns the first n primes.
func firstPrimes(n int) []int {
	stop := make(chan struct{})
	defer close(stop)
	var ps []int
	for p := range primes(stop) {
		if len(ps) == n {
			break
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
