package main

import (
	"fmt"
	"strings"
)

func words(s string) <-chan string {
	c := make(chan string)
	go func() {
		for _, w := range strings.Fields(s) {
			c <- w
		}
		close(c)
	}()
	return c
}

func main() {
	a, b := words("one two three"), words("uno due tre quattro")
	var log chan<- string
	printed := make(chan string, 7)
	n, pending := 0, ""
	for a != nil || b != nil || log != nil {
		ra, rb := a, b
		if log != nil { // finish printing first
			ra, rb = nil, nil
		}
		select {
		case w, ok := <-ra:
			if !ok {
				a = nil
				continue
			}
			pending, log = w, printed
		case w, ok := <-rb:
			if !ok {
				b = nil
				continue
			}
			pending, log = w, printed
		case log <- pending:
			log = nil
			n++
		}
	}
	close(printed)
	total := 0
	for w := range printed {
		total += len(w)
	}
	fmt.Println(n, total)
}
