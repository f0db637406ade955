// Package takenentries has entries that belong to whoever has taken them, which a flag of theirs
// says under the lock.
package takenentries

import "sync"

type page struct {
	taken bool
	ready bool
	words int
}

// A Book's pages are written by those who took them first, until they are ready.
type Book struct {
	mu    sync.Mutex
	pages map[int]*page
}

func (b *Book) take(n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.pages[n]
	if p.taken {
		return false
	}
	p.taken = true
	return true
}

func (b *Book) page(n int) *page {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pages[n]
}

func (b *Book) publish(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pages[n].ready = true
}

func (b *Book) Write(n int, text []string) {
	if b.take(n) {
		b.page(n).words = len(text)
		b.publish(n)
	}
}

func (b *Book) Words() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	sum := 0
	for _, p := range b.pages {
		if p.ready {
			sum += p.words
		}
	}
	return sum
}
