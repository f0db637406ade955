package main

import (
	"fmt"
	"sync"
)

type ping struct{ hops int }

func left(in <-chan ping, out chan<- ping, rounds int) {
	for range rounds {
		out <- ping{hops: 1}
		p := <-in
		_ = p
	}
}

func right(in <-chan ping, out chan<- ping, rounds int) {
	for range rounds {
		p := <-in
		p.hops++
		out <- p
	}
}

func main() {
	a, b := make(chan ping), make(chan ping)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); left(a, b, 3) }()
	go func() { defer wg.Done(); right(b, a, 3) }()
	wg.Wait()
	fmt.Println("played")
}
