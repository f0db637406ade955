package main

import (
	"fmt"
	"sync"
)

func collatz(n int) (steps int) {
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return
}

func main() {
	jobs := make(chan int, 100)
	for n := 1; n <= 100; n++ {
		jobs <- n
	}
	close(jobs)

	results := make(chan int) // BUG: send-no-receiver
	var wg sync.WaitGroup
	for w := 0; w < 3; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range jobs {
				results <- collatz(n) // BUG: send-no-receiver
			}
		}()
	}
	wg.Wait() // BUG: send-no-receiver
	close(results)

	longest := 0
	for s := range results { // BUG: send-no-receiver
		longest = max(longest, s)
	}
	fmt.Println(longest)
}
