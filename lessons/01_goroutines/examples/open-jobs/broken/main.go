// Two workers share five jobs, and wait for a sixth for ever.
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for n := range jobs {
				_ = n * n
			}
		})
	}
	for n := range 5 {
		jobs <- n
	}
	workers.Wait()
	fmt.Println("all jobs are done")
}
