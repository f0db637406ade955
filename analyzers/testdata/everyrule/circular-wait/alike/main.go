// Package main passes a plate around a table, from guest to guest and back.
package main

import "fmt"

type plate struct {
	slices int
	passed int
}

func guest(left <-chan plate, right chan<- plate) {
	for p := range left {
		p.slices--
		p.passed++
		right <- p
	}
	close(right)
}

func table(guests, slices int) plate {
	first := make(chan plate)
	in := first
	for range guests {
		out := make(chan plate)
		go guest(in, out)
		in = out
	}
	p := plate{slices: slices}
	for p.slices > 0 {
		first <- p
		p = <-in
	}
	close(first)
	<-in
	return p
}

func main() {
	fmt.Println(table(3, 12).passed, "times passed")
}
