package main

import (
	"fmt"
	"sync"

	"sixth/race/rank-shards/bad/board"
)

func main() {
	b := board.New()
	teams := []string{"red", "blue", "green"}
	players := []string{"ann", "bob", "cid", "dot", "eve", "fay"}
	for i, p := range players {
		b.Join(p, teams[i%3])
	}
	var wg sync.WaitGroup
	for i, p := range players {
		wg.Go(func() {
			for range 50 {
				b.Add(p, teams[i%3], 1)
			}
		})
		wg.Go(func() {
			for range 20 {
				b.Points(p)
			}
		})
	}
	wg.Wait()
	for _, s := range b.Top(3) {
		fmt.Println(s.Player, s.Points)
	}
	fmt.Println("red", b.Team("red"))
}
