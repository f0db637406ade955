// Command playlist adds songs to a list and skips some.
package main

import (
	"fmt"
	"sync"
)

type playlist struct {
	mu    sync.Mutex
	songs []string
	limit int
}

func (p *playlist) full() bool {
	p.mu.Lock() // BUG?
	defer p.mu.Unlock()
	return len(p.songs) >= p.limit
}

func (p *playlist) add(song string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.full() { // BUG?
		return false
	}
	p.songs = append(p.songs, song)
	return true
}

func main() {
	p := &playlist{limit: 2}
	for _, s := range []string{"Yesterday", "Imagine", "Help"} {
		fmt.Println(s, p.add(s))
	}
}
