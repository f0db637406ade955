// Package primes finds prime numbers.
package primes

// Candidates sends 2, 3, 5, 7, 9, ...
// until quit is closed.
func candidates(quit <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		for n := 2; ; n += 1 + n&1 {
			select {
			case out <- n:
			case <-quit:
				return
			}
		}
	}()
	return out
}

// Factor is the smallest prime factor of n.
func Factor(n int) int {
	quit := make(chan struct{})
	defer close(quit)
	for c := range candidates(quit) {
		if c*c > n {
			break
		}
		if n%c == 0 {
			return c
		}
	}
	return n
}
