// Package main collects the parcels of a depot and takes a late one.
package main

import "fmt"

func accept(belt chan<- string, parcels ...string) {
	for _, p := range parcels {
		belt <- p // BUG
	}
}

func endOfDay(belt chan string) int {
	close(belt)
	n := 0
	for p := range belt {
		fmt.Println("deliver", p)
		n++
	}
	return n
}

func main() {
	belt := make(chan string, 8)
	accept(belt, "books", "shoes")
	fmt.Println(endOfDay(belt), "parcels")
	accept(belt, "flowers")
}
