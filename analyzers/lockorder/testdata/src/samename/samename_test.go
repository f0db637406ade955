// Package samename takes its two locks out of a map: the message tells them
// apart by their keys.
package samename

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
	dst.mu.Lock() // want `locks b.accounts\["(ann|bob)"\].mu, then b.accounts\["(ann|bob)"\].mu.*\(lock-order-instances\)`
	defer dst.mu.Unlock()
	src.balance -= n
	dst.balance += n
}

func TestTransfers(t *testing.T) {
	b := &bank{accounts: map[string]*account{"ann": {balance: 5}, "bob": {balance: 5}}}
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.transfer("ann", "bob", 1)
	}()
	b.transfer("bob", "ann", 1)
	<-done
}
