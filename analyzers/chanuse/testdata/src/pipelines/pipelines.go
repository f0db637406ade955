// Package main ranges over channels that their senders close.
package main

import (
	"fmt"
	"strings"
)

func words(text string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, w := range strings.Fields(text) {
			out <- w
		}
	}()
	return out
}

func upper(in <-chan string) <-chan string {
	out := make(chan string, 1)
	go func() {
		for w := range in {
			out <- strings.ToUpper(w)
		}
		close(out)
	}()
	return out
}

func join(in <-chan string) string {
	var parts []string
	for w := range in {
		parts = append(parts, w)
	}
	return strings.Join(parts, " ")
}

func main() {
	fmt.Println(join(upper(words("one two"))))
}
