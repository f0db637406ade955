package main

import (
	"fmt"
	"sync"
)

type bank struct {
	mu    sync.Mutex
	grams map[string]int
}

func (b *bank) withdraw(species string, g int) error {
	b.mu.Lock()
	defer b.mu.Unlock() // BUG: unlock-of-unlocked
	have, ok := b.grams[species]
	if !ok {
		return fmt.Errorf("no seeds of %s", species)
	}
	if have < g {
		b.mu.Unlock()                                       // BUG: unlock-of-unlocked
		return fmt.Errorf("only %d g of %s", have, species) // BUG: unlock-of-unlocked
	}
	b.grams[species] -= g
	return nil
}

func main() {
	b := &bank{grams: map[string]int{"emmer": 400, "spelt": 90}}
	for _, s := range []string{"emmer", "quinoa", "spelt"} {
		if err := b.withdraw(s, 100); err != nil {
			fmt.Println(err)
		}
	}
}
