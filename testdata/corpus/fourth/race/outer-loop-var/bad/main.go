package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

// count prints how often each word occurs in the text
func main() {
	text := "the cat and the dog and the bird"
	words := []string{"the", "and", "cow"}

	var wg sync.WaitGroup
	var mu sync.Mutex
	found := map[string]int{}
	var w string             // BUG: loop-var-capture
	for _, w = range words { // BUG: loop-var-capture
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := strings.Count(text, w) // BUG: loop-var-capture
			mu.Lock()
			found[w] = n // BUG: loop-var-capture
			mu.Unlock()
		}()
	}
	wg.Wait()
	for _, w := range words {
		fmt.Fprintln(os.Stdout, w, found[w])
	}
}
