// Package primes finds prime numbers.
package primes

// Candidates sends 2, 3, 5, 7, 9, ...
func candidates() <-chan int {
	out := make(chan int) // BUG: goroutine-leak
	go func() {           // BUG: goroutine-leak
		out <- 2
		for n := 3; ; n += 2 {
			out <- n // BUG: goroutine-leak
		}
	}()
	return out
}

// Factor is the smallest prime factor of n.
func Factor(n int) int {
	for c := range candidates() { // BUG: goroutine-leak
		if c*c > n {
			break // BUG: goroutine-leak
		}
		if n%c == 0 {
			return c // BUG: goroutine-leak
		}
	}
	return n
}
