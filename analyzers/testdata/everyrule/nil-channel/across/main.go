// Package main takes honey and wax out of a beehive.
package main

import "fmt"

func openHive() (honey, wax chan int) {
	honey = make(chan int, 1)
	return honey, wax
}

func fill(jar chan<- int, grams int) {
	if grams > 0 {
		jar <- grams // BUG
	}
}

func main() {
	honey, wax := openHive()
	fill(honey, 450)
	fmt.Println("honey:", <-honey)
	fill(wax, 30)
	fmt.Println("wax:", <-wax)
}
