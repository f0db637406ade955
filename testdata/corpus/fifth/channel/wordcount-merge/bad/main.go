package main

import (
	"fmt"
	"strings"
	"sync"
)

var chapters = []string{
	"the fog came over the bay",
	"nobody saw the lamp",
	"in the morning the boat was gone",
}

func count(s, word string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if w == word {
			n++
		}
	}
	return n
}

func main() {
	var wg sync.WaitGroup
	counts := make(chan int) // BUG: send-no-receiver
	for _, c := range chapters {
		wg.Go(func() { // BUG: send-no-receiver
			counts <- count(c, "the") // BUG: send-no-receiver
		})
	}
	wg.Wait() // BUG: send-no-receiver
	close(counts)
	total := 0
	for n := range counts {
		total += n
	}
	fmt.Println("the:", total)
}
