package main

import (
	"fmt"
	"sync"
)

func ping(host string) int { return len(host) }

func main() {
	hosts := []string{"a.org", "b.net", "a.org", "c.com"}
	times := make(map[string]int)
	seen := make(map[string]bool)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, h := range hosts {
		if seen[h] {
			continue
		}
		seen[h] = true
		wg.Add(1)
		go func() {
			defer wg.Done()
			ms := ping(h)
			mu.Lock()
			times[h] = ms
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(times)
}
