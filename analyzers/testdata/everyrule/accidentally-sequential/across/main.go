// Package main asks three shops for the price of a bicycle.
package main

import (
	"fmt"
	"time"
)

type shop struct {
	name  string
	price int
}

func (s shop) answer(out chan<- int) {
	time.Sleep(50 * time.Millisecond)
	out <- s.price
}

func ask(s shop) <-chan int {
	out := make(chan int)
	go s.answer(out)
	return out
}

func cheapest(shops []shop) int {
	best := shops[0].price
	for _, s := range shops {
		price := ask(s)
		best = min(best, <-price) // BUG
	}
	return best
}

func main() {
	start := time.Now()
	fmt.Println(cheapest([]shop{{"Velo", 900}, {"Rad", 850}, {"Bike", 990}}))
	fmt.Println(time.Since(start))
}
