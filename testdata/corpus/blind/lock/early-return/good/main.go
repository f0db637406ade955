package main

import (
	"errors"
	"fmt"
	"sync"
)

var errFunds = errors.New("not enough money")

type purse struct {
	mu    sync.Mutex
	coins map[string]int
}

func (p *purse) take(coin string, n int) error {
	p.mu.Lock()
	have, ok := p.coins[coin]
	if !ok {
		p.mu.Unlock()
		return fmt.Errorf("no %s here", coin)
	}
	if have < n {
		p.mu.Unlock()
		return errFunds
	}
	p.coins[coin] = have - n
	p.mu.Unlock()
	return nil
}

func main() {
	p := &purse{coins: map[string]int{"euro": 3, "yen": 100}}
	fmt.Println(p.take("peso", 1))
	fmt.Println(p.take("euro", 5))
	fmt.Println(p.take("yen", 40))
	fmt.Println(p.coins["yen"])
}
