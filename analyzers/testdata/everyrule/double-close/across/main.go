// Package main plays the acts of a theatre evening and lets the curtain fall.
package main

import "fmt"

func abort(curtain chan struct{}, why string) {
	fmt.Println("no play tonight:", why)
	close(curtain) // BUG?
}

func play(acts []string, curtain chan struct{}) int {
	defer close(curtain) // BUG?
	if len(acts) == 0 {
		abort(curtain, "no acts")
		return 0
	}
	for _, a := range acts {
		fmt.Println("act:", a)
	}
	return len(acts)
}

func main() {
	for _, acts := range [][]string{{"dawn", "noon"}, nil} {
		curtain := make(chan struct{})
		n := play(acts, curtain)
		<-curtain
		fmt.Println(n, "acts played")
	}
}
