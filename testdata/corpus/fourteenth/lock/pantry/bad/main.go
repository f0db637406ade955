package main

import (
	"errors"
	"fmt"
	"sync"
)

var errShort = errors.New("not enough left")

type shelf struct {
	mu    sync.Mutex
	grams map[string]int
	short []string
}

func (s *shelf) take(item string, want int) (int, error) {
	s.mu.Lock() // BUG: missing-unlock
	have, ok := s.grams[item]
	if !ok {
		s.mu.Unlock()
		return 0, fmt.Errorf("no shelf for %s", item)
	}
	if have < want {
		s.short = append(s.short, item)
		return have, errShort // BUG: missing-unlock
	}
	s.grams[item] = have - want
	s.mu.Unlock()
	return want, nil
}

func (s *shelf) put(item string, grams int) {
	s.mu.Lock() // BUG: missing-unlock
	s.grams[item] += grams
	s.mu.Unlock()
}

type recipe map[string]int

func cook(s *shelf, r recipe, portions int) error {
	for range portions {
		for item, need := range r {
			_, err := s.take(item, need)
			for errors.Is(err, errShort) {
				s.put(item, 500)
				_, err = s.take(item, need)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func main() {
	s := &shelf{grams: map[string]int{"flour": 1000, "sugar": 300, "butter": 250}}
	menu := []recipe{{"flour": 150, "butter": 80}, {"flour": 90, "sugar": 60}}
	errs := make([]error, len(menu))
	var wg sync.WaitGroup
	for i, r := range menu {
		wg.Go(func() { errs[i] = cook(s, r, 6) })
	}
	wg.Wait() // BUG: missing-unlock
	fmt.Println(errors.Join(errs...), len(s.short) > 0)
}
