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
	for _, w := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n := strings.Count(text, w)
			mu.Lock()
			found[w] = n
			mu.Unlock()
		}()
	}
	wg.Wait()
	for _, w := range words {
		fmt.Fprintln(os.Stdout, w, found[w])
	}
}
