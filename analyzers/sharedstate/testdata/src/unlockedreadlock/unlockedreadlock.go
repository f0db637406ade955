// Package main writes while it only holds the read lock.
package main

import (
	"fmt"
	"sync"
)

type pages struct {
	mu    sync.RWMutex
	texts map[string]string
	reads int
}

func (p *pages) get(name string) string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	p.reads++ // want `get writes p.reads under a read lock, while another call of get writes it.*\(write-under-rlock\)`
	return p.texts[name]
}

func (p *pages) set(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.texts[name] = text
	p.reads = 0
}

func main() {
	p := &pages{texts: make(map[string]string)}
	var wg sync.WaitGroup
	wg.Go(func() { p.set("a", "A") })
	wg.Go(func() { fmt.Println(p.get("a")) })
	wg.Go(func() { fmt.Println(p.get("b")) })
	wg.Wait()
}
