// A few pieces for each core.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	numbers := make([]int, 200000)
	began := time.Now()
	parts := 4 * runtime.GOMAXPROCS(0)
	var work sync.WaitGroup
	for p := range parts {
		from, to := p*len(numbers)/parts, (p+1)*len(numbers)/parts
		work.Go(func() {
			for i := from; i < to; i++ {
				numbers[i] = i * i
			}
		})
	}
	work.Wait()
	fmt.Println("took", time.Since(began).Microseconds(), "microseconds")
}
