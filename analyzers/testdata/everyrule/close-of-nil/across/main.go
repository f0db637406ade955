// Package main waters a greenhouse for a while and shuts the valve.
package main

import "fmt"

func shut(valve chan struct{}) {
	close(valve) // BUG
}

func water(beds int) int {
	litres := 0
	for range beds {
		litres += 15
	}
	return litres
}

func run(beds int) int {
	var valve chan struct{}
	defer shut(valve)
	return water(beds)
}

func main() {
	fmt.Println(run(6), "litres")
}
