// Package library moves books between shelves.
package library

import (
	"sync"
	"time"
)

// A Shelf holds books. Several clerks use it at once.
type Shelf struct {
	Number int // unique; never changes

	mu    sync.Mutex // guards books
	books []string
}

// NewShelf returns a shelf with books.
func NewShelf(number int, books ...string) *Shelf {
	return &Shelf{Number: number, books: books}
}

// Books returns how many books there are.
func (s *Shelf) Books() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.books)
}

// A Ladder brings a clerk to a shelf; that takes a moment.
type Ladder interface {
	Climb(shelf *Shelf)
}

// Exchange swaps the books of two shelves. Nobody sees a book on both of them or
// on neither.
func Exchange(ladder Ladder, a, b *Shelf) {
	if a == b {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	ladder.Climb(a)
	for !b.mu.TryLock() {
		time.Sleep(time.Millisecond)
	}
	defer b.mu.Unlock()
	a.books, b.books = b.books, a.books
}
