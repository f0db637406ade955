// Two friends lend each other a book, each locking their own shelf first.
package main

import (
	"fmt"
	"sync"
)

type Shelf struct {
	mu    sync.Mutex // guards books
	books int
}

var bothHoldOne sync.WaitGroup // only to make the bad order happen each time

func lend(from, to *Shelf) {
	from.mu.Lock()
	defer from.mu.Unlock()
	bothHoldOne.Done()
	bothHoldOne.Wait()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.books--
	to.books++
}

func main() {
	anna, ben := &Shelf{books: 10}, &Shelf{books: 20}
	bothHoldOne.Add(2)
	var wg sync.WaitGroup
	wg.Go(func() { lend(anna, ben) })
	wg.Go(func() { lend(ben, anna) })
	wg.Wait()
	fmt.Println(anna.books, ben.books)
}
