package main

import (
	"fmt"
	"sync"
)

func main() {
	stations := [][]string{
		{"fox", "owl", "fox", "bear"},
		{"owl", "owl", "bear"},
		{"fox", "bear", "bear", "owl", "fox"},
	}

	tally := make(map[string]int)
	var mu sync.Mutex
	var wg sync.WaitGroup

	for _, votes := range stations {
		wg.Add(1)
		go func(votes []string) {
			defer wg.Done()
			for _, v := range votes {
				mu.Lock()
				tally[v]++
				mu.Unlock()
			}
		}(votes)
	}

	wg.Wait()
	for name, n := range tally {
		fmt.Printf("%-5s %d\n", name, n)
	}
}
