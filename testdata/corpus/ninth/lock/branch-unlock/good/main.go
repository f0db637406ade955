package main

import (
	"errors"
	"fmt"
	"sync"
)

var (
	errFull   = errors.New("full")
	errClosed = errors.New("closed")
)

type ferry struct {
	mu     sync.Mutex
	open   bool
	places int
	trips  int
}

// board waits for nothing: it finds a place, or says why not.
func (f *ferry) board(group int) error {
	f.mu.Lock()
	if !f.open {
		f.mu.Unlock()
		return errClosed
	}
	for tries := 0; ; tries++ {
		if group <= f.places {
			f.places -= group
			break
		}
		if tries == 3 {
			f.mu.Unlock()
			return errFull
		}
		f.mu.Unlock()
		f.cross()
		f.mu.Lock()
		if !f.open {
			f.mu.Unlock()
			return errClosed
		}
	}
	f.mu.Unlock()
	return nil
}

func (f *ferry) cross() {
	f.mu.Lock()
	switch {
	case f.trips == 5:
		f.open = false
	default:
		f.trips++
		f.places = 4
	}
	f.mu.Unlock()
}

func main() {
	f := &ferry{open: true, places: 4}
	results := make(chan error, 12)
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() { results <- f.board(1 + i%6) })
	}
	wg.Wait()
	close(results)
	n := 0
	for err := range results {
		switch {
		case err == nil, errors.Is(err, errFull), errors.Is(err, errClosed):
			n++
		}
	}
	fmt.Println(n, "answers")
}
