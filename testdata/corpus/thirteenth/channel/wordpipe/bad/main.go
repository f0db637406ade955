package main

import (
	"fmt"
	"strings"
)

func split(text string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, w := range strings.Fields(text) {
			out <- w
		}
	}()
	return out
}

func stem(in <-chan string) <-chan string {
	out := make(chan string) // BUG: range-never-closed
	go func() {
		for w := range in {
			out <- strings.TrimSuffix(strings.ToLower(w), "s")
		}
	}()
	return out
}

func main() {
	counts := map[string]int{}
	for w := range stem(split("Cats chase rats and rats chase cheese")) { // BUG: range-never-closed
		counts[w]++
	}
	fmt.Println(len(counts), "distinct stems:", counts)
}
