// Package primes makes prime numbers.
package primes

// Below returns the primes smaller than limit.
func Below(limit int) []int {
	var found []int
	for p := range generate() { // BUG: goroutine-leak
		if p >= limit {
			break // BUG: goroutine-leak
		}
		found = append(found, p)
	}
	return found
}

func generate() <-chan int {
	out := make(chan int)
	go func() { // BUG: goroutine-leak
		for n := 2; ; n++ {
			if isPrime(n) {
				out <- n // BUG: goroutine-leak
			}
		}
	}()
	return out
}

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}
