// Package phonebook keeps numbers by name.
package phonebook

import (
	"errors"
	"sync"
)

// Finder looks up a number.
type Finder interface {
	Find(name string) (string, bool)
}

// ErrTaken is returned when a name is in use.
var ErrTaken = errors.New("phonebook: name taken")

// ErrAbsent is returned when there is nothing to rename.
var ErrAbsent = errors.New("phonebook: no such name")

// Book is a phone book that asks others where it does not know a name.
type Book struct {
	sync.Mutex
	numbers map[string]string
	sources []Finder
}

// New makes a book; it is its own first source.
func New(more ...Finder) *Book {
	b := &Book{numbers: make(map[string]string)}
	b.sources = append([]Finder{b}, more...)
	return b
}

// Set stores a number.
func (b *Book) Set(name, number string) {
	b.Lock()
	defer b.Unlock()
	b.numbers[name] = number
}

// Find returns the number stored in this book.
func (b *Book) Find(name string) (string, bool) {
	b.Lock() // BUG: double-lock
	defer b.Unlock()
	n, ok := b.numbers[name]
	return n, ok
}

// Lookup asks all sources in turn.
func (b *Book) Lookup(name string) (string, bool) {
	for _, src := range b.sources {
		if n, ok := src.Find(name); ok {
			return n, true
		}
	}
	return "", false
}

// Rename gives an entry another name unless any source knows that name.
func (b *Book) Rename(from, to string) error {
	b.Lock() // BUG: double-lock
	defer b.Unlock()
	if _, ok := b.Lookup(to); ok { // BUG: double-lock
		return ErrTaken
	}
	n, ok := b.numbers[from]
	if !ok {
		return ErrAbsent
	}
	delete(b.numbers, from)
	b.numbers[to] = n
	return nil
}
