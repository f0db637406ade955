package main

import (
	"fmt"
	"sync"
)

// tally may be made for one goroutine only, then it does not lock.
type tally struct {
	mu     sync.Mutex
	shared bool
	counts map[rune]int
}

func (t *tally) add(s string) {
	if t.shared {
		t.mu.Lock()
	}
	for _, r := range s {
		t.counts[r]++
	}
	if t.shared {
		t.mu.Unlock()
	}
}

func (t *tally) of(r rune) int {
	if t.shared {
		t.mu.Lock()
		defer t.mu.Unlock()
	}
	return t.counts[r]
}

func main() {
	local := &tally{counts: make(map[rune]int)}
	local.add("banana")
	common := &tally{shared: true, counts: make(map[rune]int)}
	var wg sync.WaitGroup
	for _, s := range []string{"banana", "ananas", "papaya"} {
		wg.Go(func() { common.add(s) })
	}
	wg.Wait()
	fmt.Println(local.of('a'), common.of('a'))
}
