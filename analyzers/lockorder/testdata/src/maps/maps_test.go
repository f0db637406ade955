// Package maps takes its two objects out of a map.
package maps

import (
	"sync"
	"testing"
)

type account struct {
	mu      sync.Mutex
	balance int
}

type bank struct{ accounts map[string]*account }

func (b *bank) transfer(from, to string, n int) {
	src, dst := b.accounts[from], b.accounts[to]
	src.mu.Lock()
	defer src.mu.Unlock()
	dst.mu.Lock() // want `^deadlock: transfer locks .*\(lock-order-instances\)`
	defer dst.mu.Unlock()
	src.balance -= n
	dst.balance += n
}

func TestTransfers(t *testing.T) {
	b := &bank{accounts: map[string]*account{"ann": {balance: 5}, "bob": {balance: 5}}}
	var wg sync.WaitGroup
	for _, way := range [][2]string{{"ann", "bob"}, {"bob", "ann"}} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b.transfer(way[0], way[1], 1)
		}()
	}
	wg.Wait()
	if b.accounts["ann"].balance != 5 {
		t.Error("ann lost money")
	}
}
