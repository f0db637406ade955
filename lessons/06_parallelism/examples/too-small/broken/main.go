// A goroutine for each of 200000 numbers: nearly all of the time goes into
// starting and ending them.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	numbers := make([]int, 200000)
	began := time.Now()
	var work sync.WaitGroup
	for i := range numbers {
		work.Go(func() { numbers[i] = i * i })
	}
	work.Wait()
	fmt.Println("took", time.Since(began).Microseconds(), "microseconds")
}
