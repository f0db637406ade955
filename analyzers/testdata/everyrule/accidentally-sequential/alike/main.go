// Package main asks three shops for the price of a tent.
package main

import (
	"fmt"
	"time"
)

type shop struct {
	name  string
	price int
	reply chan int
}

func (s *shop) answer() {
	time.Sleep(50 * time.Millisecond)
	s.reply <- s.price
}

func (s *shop) ask() {
	s.reply = make(chan int)
	go s.answer()
}

func cheapest(shops []*shop) int {
	for _, s := range shops {
		s.ask()
	}
	best := shops[0].price
	for _, s := range shops {
		best = min(best, <-s.reply)
	}
	return best
}

func main() {
	start := time.Now()
	shops := []*shop{{name: "Zelt", price: 120}, {name: "Camp", price: 99}}
	fmt.Println(cheapest(shops))
	fmt.Println(time.Since(start) < 90*time.Millisecond)
}
