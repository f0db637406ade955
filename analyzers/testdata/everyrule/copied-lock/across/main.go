// Command metrics counts events of several kinds.
package main

import (
	"fmt"
	"sync"
)

type metrics struct {
	mu     sync.Mutex
	counts map[string]int
}

func record(m metrics, kind string) { // BUG?
	m.mu.Lock()
	defer m.mu.Unlock()
	m.counts[kind]++ // BUG wrong-lock
}

func worker(m *metrics, kind string, wg *sync.WaitGroup) {
	defer wg.Done()
	for range 100 {
		record(*m, kind) // BUG?
	}
}

func main() {
	m := &metrics{counts: make(map[string]int)}
	var wg sync.WaitGroup
	for _, kind := range []string{"get", "put", "get"} {
		wg.Add(1)
		go worker(m, kind, &wg)
	}
	wg.Wait()
	fmt.Println(m.counts)
}
