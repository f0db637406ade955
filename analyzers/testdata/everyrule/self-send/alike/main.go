// Package main sorts the games of a tournament into a queue and replays them.
package main

import "fmt"

type game struct {
	white, black string
	moves        int
}

func queueOf(games []game) chan game {
	return make(chan game, len(games))
}

func load(games []game, queue chan<- game) {
	for _, g := range games {
		if g.moves > 0 {
			queue <- g
		}
	}
	close(queue)
}

func replay(queue <-chan game) int {
	n := 0
	for g := range queue {
		fmt.Println(g.white, "against", g.black)
		n += g.moves
	}
	return n
}

func main() {
	games := []game{{"Ann", "Bob", 31}, {"Cy", "Dee", 0}, {"Eve", "Fay", 54}}
	queue := queueOf(games)
	load(games, queue)
	fmt.Println("moves:", replay(queue))
}
