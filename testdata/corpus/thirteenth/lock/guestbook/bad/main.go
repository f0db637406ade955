package main

import (
	"fmt"
	"sync"
)

type Guestbook struct {
	sync.Mutex
	visits map[string]int
}

func (g Guestbook) Sign(name string) { // BUG: copied-lock
	g.Lock() // BUG: copied-lock
	defer g.Unlock()
	g.visits[name]++ // BUG: copied-lock
}

func main() {
	book := &Guestbook{visits: map[string]int{}}
	guests := []string{"Ida", "Otto", "Ida", "Uma", "Otto", "Ida"}

	var wg sync.WaitGroup
	wg.Add(len(guests))
	for _, name := range guests {
		go func() {
			defer wg.Done()
			book.Sign(name)
		}()
	}
	wg.Wait()
	fmt.Println(book.visits)
}
