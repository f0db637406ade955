// Package main brings the grapes of a vineyard to the press.
package main

import "fmt"

type row struct {
	number int
	kilos  int
	rotten bool
}

func pick(rows []row, baskets chan<- int) {
	for _, r := range rows {
		if r.rotten {
			fmt.Println("row", r.number, "is rotten, the harvest ends")
			return // BUG?
		}
		baskets <- r.kilos
	}
	close(baskets)
}

func press(baskets <-chan int) int {
	sum := 0
	for kilos := range baskets { // BUG?
		sum += kilos
	}
	return sum
}

func main() {
	rows := []row{{1, 40, false}, {2, 35, false}, {3, 0, true}, {4, 50, false}}
	baskets := make(chan int)
	go pick(rows, baskets)
	fmt.Println(press(baskets), "kilos")
}
