// Two workers share five jobs. The sender closes the channel when it has sent
// the last one, and both workers end.
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
	close(jobs)
	workers.Wait()
	fmt.Println("all jobs are done")
}
