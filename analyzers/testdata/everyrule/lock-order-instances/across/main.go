// Command trade lets the heroes of a game swap their gold.
package main

import (
	"fmt"
	"sync"
)

type hero struct {
	mu   sync.Mutex
	gold int
}

func (h *hero) earn(n int) {
	h.mu.Lock() // BUG?
	defer h.mu.Unlock()
	h.gold += n
}

func give(from, to *hero, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	from.gold -= n
	to.earn(n) // BUG?
}

func main() {
	elf, orc := &hero{gold: 100}, &hero{gold: 100}
	var wg sync.WaitGroup
	for range 1000 {
		wg.Go(func() { give(elf, orc, 1) })
		wg.Go(func() { give(orc, elf, 1) })
	}
	wg.Wait()
	fmt.Println(elf.gold, orc.gold)
}
