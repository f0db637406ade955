package main

import (
	"fmt"
	"strings"
)

func count(words []string, out chan<- int) {
	defer close(out) // BUG: send-on-closed, double-close
	for _, w := range words {
		out <- len(w) // BUG: send-on-closed
	}
}

func main() {
	text := strings.Fields("a quick brown fox jumps over a very lazy dog today")
	out := make(chan int)
	for i := 0; i < len(text); i += 4 {
		go count(text[i:min(i+4, len(text))], out) // BUG: send-on-closed, double-close
	}
	sum := 0
	for n := range out {
		sum += n
	}
	fmt.Println(sum)
}
