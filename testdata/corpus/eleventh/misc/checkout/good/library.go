// Package checkout lends out books which can be edited by one reader at a
// time.
package checkout

import (
	"errors"
	"sync"
)

var (
	ErrBusy   = errors.New("checkout: somebody has this book")
	ErrNoBook = errors.New("checkout: no such book")
)

// Book is changed only by whoever has checked it out.
type Book struct {
	mu    sync.Mutex
	title string
	notes []string
	loans int
}

// Library is a fixed collection of books.
type Library struct {
	books map[string]*Book
}

func Open(titles ...string) *Library {
	l := &Library{books: make(map[string]*Book, len(titles))}
	for _, t := range titles {
		l.books[t] = &Book{title: t}
	}
	return l
}

// Loan is a book in somebody's hands.
type Loan struct {
	book *Book
	back bool
}

// Take checks a book out. If wait is false and the book is away, it returns
// ErrBusy.
func (l *Library) Take(title string, wait bool) (*Loan, error) {
	b, ok := l.books[title]
	if !ok {
		return nil, ErrNoBook
	}
	if wait {
		b.mu.Lock()
	} else if !b.mu.TryLock() {
		return nil, ErrBusy
	}
	b.loans++
	return &Loan{book: b}, nil
}

// Note writes into the margin.
func (n *Loan) Note(text string) {
	n.book.notes = append(n.book.notes, text)
}

// Return brings the book back. Further calls have no effect.
func (n *Loan) Return() {
	if n.back {
		return
	}
	n.back = true
	n.book.mu.Unlock()
}

// Copy checks out both books and copies the notes of one to the other. It
// gives up rather than to wait for the second one.
func (l *Library) Copy(from, to string) (err error) {
	src, err := l.Take(from, true)
	if err != nil {
		return err
	}
	defer src.Return()
	dst, err := l.Take(to, false)
	if err != nil {
		return err
	}
	for _, s := range src.book.notes {
		dst.Note(s)
	}
	dst.Return()
	return nil
}

// Stats returns how often a book was lent and how many notes it has. It
// uses the loan that the caller has, if any.
func (l *Library) Stats(title string, have *Loan) (loans, notes int) {
	b, ok := l.books[title]
	if !ok {
		return 0, 0
	}
	held := have != nil && have.book == b && !have.back
	if !held {
		b.mu.Lock()
	}
	loans, notes = b.loans, len(b.notes)
	if !held {
		b.mu.Unlock()
	}
	return loans, notes
}
