package main

import (
	"fmt"
	"slices"
	"sync"
)

type collector struct {
	primes []int
}

func (c *collector) add(p int) {
	c.primes = append(c.primes, p) // BUG: slice-append-race
}

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

func main() {
	var c collector
	var wg sync.WaitGroup
	for part := range 4 {
		wg.Go(func() {
			for n := part * 25; n < (part+1)*25; n++ {
				if isPrime(n) {
					c.add(n) // BUG: slice-append-race
				}
			}
		})
	}
	wg.Wait()
	slices.Sort(c.primes)
	fmt.Println(len(c.primes), c.primes)
}
