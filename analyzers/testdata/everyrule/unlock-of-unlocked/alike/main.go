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

// cool needs m.mu, and lets others in while the can is cooled.
func (m *machine) cool(work func()) {
	m.mu.Unlock()
	defer m.mu.Lock()
	work()
}

func (m *machine) buy(coins int) (change int) {
	m.mu.Lock()
	locked := true
	defer func() {
		if locked {
			m.mu.Unlock()
		}
	}()
	if m.cans == 0 {
		return coins
	}
	m.cans--
	m.coins += coins
	m.cool(func() { fmt.Println("brrr") })
	left := m.cans
	m.mu.Unlock()
	locked = false
	fmt.Println("cans left:", left)
	return 0
}

func main() {
	m := &machine{cans: 1}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println("change:", m.buy(2)) })
	}
	wg.Wait()
}
