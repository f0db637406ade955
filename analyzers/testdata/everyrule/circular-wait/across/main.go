// Package main serves a soup: the waiter brings the order and the cook the dish.
package main

import "fmt"

func cook(orders <-chan string, dishes chan<- string) {
	o := <-orders // BUG?
	dishes <- "hot " + o
}

func serve(orders chan<- string, dishes <-chan string) string {
	dish := <-dishes // BUG?
	orders <- "soup"
	return dish
}

func main() {
	orders := make(chan string)
	dishes := make(chan string)
	go cook(orders, dishes)
	fmt.Println("served:", serve(orders, dishes))
}
