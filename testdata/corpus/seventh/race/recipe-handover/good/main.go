package main

import (
	"fmt"
	"strings"
)

// dish is owned by whoever got it last from a channel.
type dish struct {
	name  string
	steps []string
	price float64
}

func prepare(in <-chan *dish, out chan<- *dish) {
	defer close(out)
	for d := range in {
		d.name = strings.ToUpper(d.name)
		d.steps = append(d.steps, "wash", "cut")
		out <- d
	}
}

func cook(in <-chan *dish, out chan<- *dish) {
	defer close(out)
	for d := range in {
		d.steps = append(d.steps, "boil")
		d.price *= 1.19
		out <- d
	}
}

func main() {
	raw, cut, done := make(chan *dish), make(chan *dish, 2), make(chan *dish)
	go prepare(raw, cut)
	go cook(cut, done)
	go func() {
		for _, n := range []string{"soup", "stew", "rice"} {
			raw <- &dish{name: n, price: float64(len(n))}
		}
		close(raw)
	}()
	for d := range done {
		fmt.Printf("%s %.2f %v\n", d.name, d.price, d.steps)
	}
}
