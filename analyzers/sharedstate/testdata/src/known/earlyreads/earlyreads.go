// Package main prints a sum before it waits for those who add it up.
//
// Today: captured-variable, at the write in add.
package main

import (
	"fmt"
	"sync"
)

func add(total *int, numbers []int) {
	for _, n := range numbers {
		*total += n
	}
}

func sum(numbers []int) int {
	total := 0
	var wg sync.WaitGroup
	wg.Go(func() { add(&total, numbers) })
	fmt.Println("the sum is", total) // want `^data race: total is read before the Wait that would order it after .*, which writes it \(read-before-wait\)`
	wg.Wait()
	return total
}

func main() { fmt.Println(sum([]int{1, 2})) }
