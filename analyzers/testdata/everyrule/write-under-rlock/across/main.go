// Command resolve looks up host names in a table and counts the look-ups.
package main

import (
	"fmt"
	"sync"
)

type table struct {
	mu    sync.RWMutex
	addrs map[string]string
	hits  int
}

func (t *table) touch() {
	t.hits++ // BUG?
}

func (t *table) lookup(host string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.touch() // BUG?
	return t.addrs[host]
}

func (t *table) set(host, addr string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.addrs[host] = addr
}

func main() {
	t := &table{addrs: map[string]string{}}
	t.set("gopher", "10.0.0.7")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 1000 {
				t.lookup("gopher")
			}
		})
	}
	wg.Wait()
	fmt.Println(t.hits)
}
