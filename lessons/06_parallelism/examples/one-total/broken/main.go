// Four workers count the even numbers in one variable.
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
	even := 0
	var work sync.WaitGroup
	for part := range slices.Chunk(numbers, 1000000) {
		work.Go(func() {
			for _, n := range part {
				if n%2 == 0 {
					even++
				}
			}
		})
	}
	work.Wait()
	fmt.Println("found", even, "of 2000000")
}
