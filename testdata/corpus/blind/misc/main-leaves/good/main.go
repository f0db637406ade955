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
	done := make(chan struct{})
	go func() {
		defer close(done)
		report(lines)
	}()
	for _, n := range []string{"one", "two", "three"} {
		lines <- n
	}
	close(lines)
	<-done
}
