package main

import (
	"fmt"
	"sync"
)

type ping struct{ hops int }

func left(in <-chan ping, out chan<- ping, rounds int) {
	for range rounds {
		p := <-in // BUG: recv-no-sender
		p.hops++
		out <- p // BUG: recv-no-sender
	}
}

func right(in <-chan ping, out chan<- ping, rounds int) {
	for range rounds {
		p := <-in // BUG: recv-no-sender
		p.hops++
		out <- p // BUG: recv-no-sender
	}
}

func main() {
	a, b := make(chan ping), make(chan ping)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); left(a, b, 3) }()
	go func() { defer wg.Done(); right(b, a, 3) }()
	wg.Wait() // BUG: recv-no-sender
	fmt.Println("played")
}
