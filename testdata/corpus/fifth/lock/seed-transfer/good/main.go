package main

import (
	"errors"
	"fmt"
	"sync"
)

type vault struct {
	no    int
	mu    sync.Mutex
	seeds map[string]int
}

var errShort = errors.New("not enough seeds")

// lockBoth locks in ascending order so that opposite moves cannot block each other.
func lockBoth(a, b *vault) (unlock func()) {
	switch {
	case a == b:
		a.mu.Lock()
		return a.mu.Unlock
	case a.no > b.no:
		a, b = b, a
	}
	a.mu.Lock()
	b.mu.Lock()
	return func() {
		b.mu.Unlock()
		a.mu.Unlock()
	}
}

func move(from, to *vault, seed string, n int) error {
	defer lockBoth(from, to)()
	if from.seeds[seed] < n {
		return fmt.Errorf("vault %d, %s: %w", from.no, seed, errShort)
	}
	from.seeds[seed] -= n
	to.seeds[seed] += n
	return nil
}

func main() {
	north := &vault{no: 1, seeds: map[string]int{"rye": 500}}
	south := &vault{no: 2, seeds: map[string]int{"rye": 500}}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			a, b := north, south
			if i%2 == 1 {
				a, b = b, a
			}
			for range 100 {
				if err := move(a, b, "rye", 1); err != nil {
					fmt.Println(err)
				}
			}
			_ = move(a, a, "rye", 3)
		})
	}
	wg.Wait()
	fmt.Println(north.seeds["rye"] + south.seeds["rye"])
}
