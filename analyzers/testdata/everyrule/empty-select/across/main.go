// Package main feeds the fish of an aquarium three times.
package main

import (
	"fmt"
	"time"
)

type tank struct {
	name string
	fish int
}

func feed(t tank) {
	for meal := range 3 {
		time.Sleep(10 * time.Millisecond)
		fmt.Println(t.name, "meal", meal+1, "for", t.fish)
	}
}

func hold() {
	select {} // BUG
}

func main() {
	reef := tank{"reef", 12}
	go feed(reef)
	fmt.Println("the pump runs")
	hold()
}
