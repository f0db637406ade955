// Package main replays the moves of a short game of chess.
package main

import "fmt"

const lookahead = 2

func load(moves []string, queue chan<- string) {
	for _, m := range moves {
		queue <- m // BUG
	}
	close(queue)
}

func replay(queue <-chan string) int {
	n := 0
	for m := range queue {
		n++
		fmt.Println(n, m)
	}
	return n
}

func main() {
	queue := make(chan string, lookahead)
	load([]string{"e4", "e5", "Nf3", "Nc6"}, queue)
	fmt.Println("moves:", replay(queue))
}
