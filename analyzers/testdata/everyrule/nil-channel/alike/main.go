// Package main merges the flights of the bees at two doors of a hive.
package main

import "fmt"

func flights(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

func merge(north, south <-chan int) (n, s int) {
	for north != nil || south != nil {
		select {
		case _, ok := <-north:
			if !ok {
				north = nil
				continue
			}
			n++
		case _, ok := <-south:
			if !ok {
				south = nil
				continue
			}
			s++
		}
	}
	return n, s
}

func main() {
	fmt.Println(merge(flights(7), flights(4)))
}
