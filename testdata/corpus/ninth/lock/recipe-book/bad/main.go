package main

import (
	"errors"
	"fmt"
	"sync"
)

var ErrNotFound = errors.New("not found")

type Store interface {
	Put(name, text string)
	Get(name string) (string, error)
	Names() []string
}

type book struct {
	sync.RWMutex
	recipes map[string]string
	order   []string
}

func newBook() Store {
	return &book{recipes: make(map[string]string)}
}

func (b *book) Put(name, text string) {
	b.Lock()
	defer b.Unlock()
	if _, ok := b.recipes[name]; !ok {
		b.order = append(b.order, name)
	}
	b.recipes[name] = text
}

func (b *book) Get(name string) (string, error) {
	b.RLock()
	defer b.RUnlock()
	text, ok := b.recipes[name]
	if !ok {
		return "", fmt.Errorf("%q: %w", name, ErrNotFound)
	}
	return text, nil
}

func (b *book) Names() []string {
	b.RLock()        // BUG: unlock-of-unlocked
	defer b.Unlock() // BUG: unlock-of-unlocked
	return append([]string{}, b.order...)
}

func main() {
	var s Store = newBook()
	var wg sync.WaitGroup
	for _, n := range []string{"soup", "bread", "pie"} {
		wg.Go(func() { s.Put(n, "how to make "+n) })
	}
	wg.Wait()
	if _, err := s.Get("cake"); errors.Is(err, ErrNotFound) {
		fmt.Println(err)
	}
	fmt.Println(len(s.Names()), "recipes")
}
