package main

import (
	"fmt"
	"sync"
)

// Purse holds coins of a player.
type Purse struct {
	mu    sync.Mutex
	owner string
	coins int
}

func (p *Purse) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return fmt.Sprintf("%s(%d)", p.owner, p.coins)
}

func (p *Purse) Earn(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.coins += n
}

func (p *Purse) Pay(n int) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.coins < n {
		return fmt.Errorf("%s(%d) cannot pay %d", p.owner, p.coins, n)
	}
	p.coins -= n
	return nil
}

func main() {
	purse := &Purse{owner: "Mira"}
	var wg sync.WaitGroup
	for day := 1; day <= 4; day++ {
		wg.Go(func() { purse.Earn(day) })
	}
	wg.Wait()
	fmt.Println(purse, purse.Pay(6))
	fmt.Println(purse, purse.Pay(6))
}
