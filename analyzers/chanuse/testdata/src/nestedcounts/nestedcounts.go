// Package main starts goroutines in two loops and receives as often as both together turn.
package main

import "fmt"

func main() {
	products := make(chan int)
	for i := range 4 {
		for j := range 2 {
			go func() { products <- i * j }()
		}
	}
	for range 8 {
		fmt.Println(<-products)
	}
}
