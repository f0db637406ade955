// Package main prints the postcards of a journey.
package main

import "fmt"

type postcard struct {
	to   string
	from string
}

func (p postcard) print() {
	fmt.Printf("Dear %s, greetings from %s!\n", p.to, p.from)
}

func printAll(cards []postcard) {
	for _, c := range cards {
		c.print()
	}
}

func send(cards []postcard) int {
	go printAll(cards) // BUG
	return len(cards)
}

func main() {
	cards := []postcard{{"Lea", "Rome"}, {"Max", "Oslo"}}
	n := send(cards)
	fmt.Println(n, "postcards")
}
