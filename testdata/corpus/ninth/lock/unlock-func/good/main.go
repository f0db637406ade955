package main

import (
	"fmt"
	"sync"
)

// keyed has one lock per key.
type keyed struct {
	mu    sync.Mutex
	locks map[string]*sync.Mutex
}

// acquire locks a key and returns the function that unlocks it.
func (k *keyed) acquire(key string) func() {
	k.mu.Lock()
	l, ok := k.locks[key]
	if !ok {
		l = new(sync.Mutex)
		k.locks[key] = l
	}
	k.mu.Unlock()

	l.Lock()
	return l.Unlock
}

type shelf struct {
	keyed
	books map[string]*int
}

func (s *shelf) borrow(title string) bool {
	defer s.acquire(title)()
	n := s.books[title]
	if n == nil || *n == 0 {
		return false
	}
	*n--
	return true
}

func (s *shelf) giveBack(title string) {
	release := s.acquire(title)
	*s.books[title]++
	release()
}

func main() {
	one, two := 1, 2
	s := &shelf{
		keyed: keyed{locks: make(map[string]*sync.Mutex)},
		books: map[string]*int{"Emma": &one, "Ulysses": &two},
	}
	var wg sync.WaitGroup
	for _, title := range []string{"Emma", "Ulysses", "Emma", "Dune", "Emma"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if s.borrow(title) {
				s.giveBack(title)
			}
		}()
	}
	wg.Wait()
	fmt.Println(one, two)
}
