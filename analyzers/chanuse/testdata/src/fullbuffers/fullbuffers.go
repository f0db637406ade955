// Package main sends more than fits, and would be the one to receive.
package main

import "fmt"

func fill(words chan<- string, list []string) {
	for _, w := range list {
		words <- w // want `^deadlock: the send to words waits for ever, because main itself would be the one to receive \(self-send\)`
	}
	close(words)
}

func main() {
	words := make(chan string, 2) // related `^the channel is made here, room for 2: a send waits while it is full \(self-send\)$`
	fill(words, []string{"one", "two", "three"})
	for w := range words {
		fmt.Println(w)
	}
}
