// Package primes finds prime numbers.
package primes

// Generate sends the prime numbers in order.
func Generate() <-chan int {
	ch := make(chan int) // BUG: goroutine-leak
	go func() {          // BUG: goroutine-leak
		var found []int
	candidates:
		for n := 2; ; n++ {
			for _, p := range found {
				if p*p > n {
					break
				}
				if n%p == 0 {
					continue candidates
				}
			}
			found = append(found, n)
			ch <- n // BUG: goroutine-leak, send-no-receiver
		}
	}()
	return ch
}

// Below returns the prime numbers less than limit.
func Below(limit int) []int {
	var list []int
	for p := range Generate() { // BUG: goroutine-leak
		if p >= limit {
			break // BUG: goroutine-leak
		}
		list = append(list, p)
	}
	return list
}
