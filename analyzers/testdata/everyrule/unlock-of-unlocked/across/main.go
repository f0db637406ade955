// Command vending sells drinks for coins.
package main

import (
	"fmt"
	"sync"
)

type machine struct {
	mu    sync.Mutex
	coins int
	cans  int
}

func (m *machine) giveBack() int {
	n := m.coins
	m.coins = 0
	m.mu.Unlock() // BUG?
	return n
}

func (m *machine) buy(coins int) (change int) {
	m.mu.Lock()
	defer m.mu.Unlock() // BUG?
	m.coins += coins
	if m.cans == 0 {
		return m.giveBack() // BUG?
	}
	m.cans--
	return 0
}

func main() {
	m := &machine{cans: 1}
	fmt.Println("change:", m.buy(2))
	fmt.Println("change:", m.buy(2))
}
