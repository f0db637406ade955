package main

import (
	"fmt"
	"strings"
	"sync"
)

func countWords(s string) int { return len(strings.Fields(s)) }

func main() {
	chapters := []string{"it was the best of times", "call me", "all happy families are alike"}
	counts := make(chan int) // BUG: send-no-receiver
	var wg sync.WaitGroup
	for _, c := range chapters {
		wg.Add(1)
		go func() { // BUG: send-no-receiver
			defer wg.Done()
			counts <- countWords(c) // BUG: send-no-receiver
		}()
	}
	wg.Wait() // BUG: send-no-receiver
	close(counts)
	total := 0
	for n := range counts {
		total += n
	}
	fmt.Println("words:", total)
}
