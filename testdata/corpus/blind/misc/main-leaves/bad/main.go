package main

import (
	"fmt"
	"strings"
)

func report(lines <-chan string) {
	var sb strings.Builder
	for l := range lines {
		sb.WriteString(l + "\n")
	}
	fmt.Print(sb.String())
}

func main() {
	lines := make(chan string)
	go report(lines) // BUG: main-exits-early
	for _, n := range []string{"one", "two", "three"} {
		lines <- n
	}
	close(lines) // BUG: main-exits-early
} // BUG: main-exits-early
