// Four workers count the even numbers, each in a variable of its own.
package main

import (
	"fmt"
	"slices"
	"sync"
)

func main() {
	numbers := make([]int, 4000000)
	for i := range numbers {
		numbers[i] = i
	}
	counts := make([]int, 4)
	var work sync.WaitGroup
	for i, part := range slices.Collect(slices.Chunk(numbers, 1000000)) {
		work.Go(func() {
			even := 0
			for _, n := range part {
				if n%2 == 0 {
					even++
				}
			}
			counts[i] = even // once, to this worker's own element
		})
	}
	work.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	fmt.Println("found", total, "of 2000000")
}
