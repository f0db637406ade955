// Package main counts the bread orders of a bakery and notes the last one.
package main

import "fmt"

type order struct {
	bread string
	count int
}

func newJournal() chan order {
	return make(chan order)
}

func record(journal chan<- order, o order) {
	journal <- o // BUG
}

func bake(orders []order) int {
	journal := newJournal()
	total := 0
	for _, o := range orders {
		total += o.count
	}
	record(journal, orders[len(orders)-1])
	return total
}

func main() {
	orders := []order{{"rye", 4}, {"spelt", 2}, {"wheat", 9}}
	fmt.Println("loaves:", bake(orders))
}
