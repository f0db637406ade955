// Package main counts the cars that come into a parking garage.
package main

import (
	"fmt"
	"time"
)

func barrier(cars chan<- string) {
	for _, plate := range []string{"B-12", "K-77", "M-5"} {
		time.Sleep(50 * time.Millisecond)
		cars <- plate
	}
	close(cars)
}

func next(cars <-chan string) (plate string, open, ready bool) {
	select {
	case plate, open = <-cars:
		return plate, open, true
	default: // BUG?
		return "", true, false
	}
}

func count(cars <-chan string) int {
	n := 0
	for { // BUG?
		plate, open, ready := next(cars)
		if !open {
			return n
		}
		if ready {
			fmt.Println("in:", plate)
			n++
		}
	}
}

func main() {
	cars := make(chan string)
	go barrier(cars)
	fmt.Println(count(cars), "cars")
}
