// Package primes finds prime numbers.
package primes

// Generate sends the prime numbers in order.
func Generate(done <-chan struct{}) <-chan int {
	ch := make(chan int)
	go func() {
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
			select {
			case ch <- n:
			case <-done:
				return
			}
		}
	}()
	return ch
}

// Below returns the prime numbers less than limit.
func Below(limit int) []int {
	var list []int
	done := make(chan struct{})
	defer close(done)
	for p := range Generate(done) {
		if p >= limit {
			break
		}
		list = append(list, p)
	}
	return list
}
