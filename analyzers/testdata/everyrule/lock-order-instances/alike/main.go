// Command trade lets the heroes of a game swap their gold.
package main

import (
	"fmt"
	"sync"
)

type hero struct {
	id   int // unique
	mu   sync.Mutex
	gold int
}

func lockBoth(a, b *hero) (unlock func()) {
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	b.mu.Lock()
	return func() {
		b.mu.Unlock()
		a.mu.Unlock()
	}
}

func give(from, to *hero, n int) {
	if from == to {
		return
	}
	defer lockBoth(from, to)()
	from.gold -= n
	to.gold += n
}

func main() {
	elf, orc := &hero{id: 1, gold: 100}, &hero{id: 2, gold: 100}
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { give(elf, orc, 1) })
		wg.Go(func() { give(orc, elf, 1) })
	}
	wg.Wait()
	fmt.Println(elf.gold, orc.gold)
}
