// Two friends lend each other a book. Whoever lends: the shelf with the smaller
// id is locked first.
package main

import (
	"fmt"
	"sync"
)

type Shelf struct {
	id    int        // unique; never changes
	mu    sync.Mutex // guards books
	books int
}

func lend(from, to *Shelf) {
	first, second := from, to
	if second.id < first.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	from.books--
	to.books++
}

func main() {
	anna, ben := &Shelf{id: 1, books: 10}, &Shelf{id: 2, books: 20}
	var wg sync.WaitGroup
	for range 1000 {
		wg.Go(func() { lend(anna, ben) })
		wg.Go(func() { lend(ben, anna) })
	}
	wg.Wait()
	fmt.Println(anna.books, ben.books)
}
