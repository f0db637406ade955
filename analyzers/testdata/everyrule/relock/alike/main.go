// Command playlist adds songs to two lists.
package main

import (
	"fmt"
	"sync"
)

type playlist struct {
	mu    sync.Mutex
	songs []string
	limit int
	watch sync.WaitGroup
}

func (p *playlist) fullLocked() bool { return len(p.songs) >= p.limit }

func (p *playlist) full() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fullLocked()
}

func (p *playlist) add(song string) bool {
	p.mu.Lock()
	if p.fullLocked() {
		p.mu.Unlock()
		return p.full() // only now, after the unlock
	}
	defer p.mu.Unlock()
	p.songs = append(p.songs, song)
	p.watch.Go(func() { p.full() }) // waits for its turn
	return true
}

func main() {
	old, fresh := &playlist{limit: 1}, &playlist{limit: 2}
	for _, s := range []string{"Yesterday", "Imagine", "Help"} {
		fmt.Println(s, old.add(s), fresh.add(s))
	}
	old.watch.Wait()
	fresh.watch.Wait()
}
