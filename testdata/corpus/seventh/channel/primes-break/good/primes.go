// Package primes makes prime numbers.
package primes

// Below returns the primes smaller than limit.
func Below(limit int) []int {
	var found []int
	done := make(chan struct{})
	defer close(done)
	for p := range generate(done) {
		if p >= limit {
			break
		}
		found = append(found, p)
	}
	return found
}

func generate(done <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		for n := 2; ; n++ {
			if !isPrime(n) {
				continue
			}
			select {
			case out <- n:
			case <-done:
				return
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
