package main

import (
	"fmt"
	"strings"
	"sync"
)

func count(words []string, out chan<- int) {
	for _, w := range words {
		out <- len(w)
	}
}

func main() {
	text := strings.Fields("a quick brown fox jumps over a very lazy dog today")
	out := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < len(text); i += 4 {
		wg.Go(func() { count(text[i:min(i+4, len(text))], out) })
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	sum := 0
	for n := range out {
		sum += n
	}
	fmt.Println(sum)
}
