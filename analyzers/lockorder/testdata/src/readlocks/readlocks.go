// Package main holds two locks for reading, in the order of a slice.
package main

import (
	"fmt"
	"sync"
)

type page struct {
	mu   sync.RWMutex
	text string
}

type book struct {
	mu    sync.RWMutex
	pages []*page
}

// both locks the book first, then a page: always in this order.
func (b *book) write(i int, text string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	p := b.pages[i]
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = text
}

func (b *book) add(p *page) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pages = append(b.pages, p)
}

func (b *book) all() (text string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, p := range b.pages {
		p.mu.RLock()
		text += p.text
		p.mu.RUnlock()
	}
	return text
}

func main() {
	b := &book{}
	b.add(&page{})
	b.add(&page{})
	var wg sync.WaitGroup
	wg.Go(func() { b.write(0, "first") })
	wg.Go(func() { b.write(1, "second") })
	wg.Go(func() { fmt.Println(b.all()) })
	wg.Wait()
}
