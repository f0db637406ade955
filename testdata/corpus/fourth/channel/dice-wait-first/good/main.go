package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
)

type throw struct {
	player string
	eyes   int
}

func play(name string, results chan<- throw) {
	sum := 0
	for i := 0; i < 3; i++ {
		sum += rand.IntN(6) + 1
	}
	results <- throw{name, sum}
}

func main() {
	players := []string{"ann", "bob", "cid", "dee"}
	results := make(chan throw, len(players))
	var wg sync.WaitGroup
	for _, p := range players {
		wg.Go(func() { play(p, results) })
	}
	wg.Wait()
	close(results)

	best := throw{}
	for r := range results {
		if r.eyes > best.eyes {
			best = r
		}
	}
	fmt.Println("somebody won:", best.player != "")
}
