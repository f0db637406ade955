// Package main loads a ferry with cars and lets it leave.
package main

import "fmt"

type ferry struct {
	name  string
	decks int
}

func (f ferry) load(cars int) int {
	perDeck := 12
	return min(cars, f.decks*perDeck)
}

func awaitPilot(aboard <-chan string) string {
	return <-aboard // BUG
}

func depart(f ferry, cars int) {
	pilot := make(chan string)
	n := f.load(cars)
	fmt.Println(f.name, "has loaded", n, "cars")
	fmt.Println(f.name, "leaves with pilot", awaitPilot(pilot))
}

func main() {
	depart(ferry{"Hertha", 2}, 30)
}
