package main

import (
	"errors"
	"fmt"
	"log"
	"sync"
)

var (
	errFunds = errors.New("insufficient funds")
	errSelf  = errors.New("same account")
)

type account struct {
	id int // unique, never changes
	mu sync.Mutex
	// cents is guarded by mu
	cents int
}

type bank struct {
	accounts []*account
}

func openBank(n, cents int) *bank {
	b := &bank{}
	for i := range n {
		b.accounts = append(b.accounts, &account{id: i + 1, cents: cents})
	}
	return b
}

// lockBoth locks two different accounts, the one with the smaller id first.
func lockBoth(a, b *account) (unlock func()) {
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

func (b *bank) transfer(from, to, cents int) error {
	if from == to {
		return errSelf
	}
	src, dst := b.accounts[from], b.accounts[to]
	defer lockBoth(src, dst)()
	if src.cents < cents {
		return errFunds
	}
	src.cents -= cents
	dst.cents += cents
	return nil
}

// audit locks all accounts, again by id, so that the sum is exact.
func (b *bank) audit() int {
	sum := 0
	for _, a := range b.accounts {
		a.mu.Lock()
	}
	for _, a := range b.accounts {
		sum += a.cents
	}
	for _, a := range b.accounts {
		a.mu.Unlock()
	}
	return sum
}

func main() {
	b := openBank(5, 10_00)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 100 {
				err := b.transfer((w+i)%5, (w+3*i+1)%5, 10+i)
				if err != nil && !errors.Is(err, errFunds) && !errors.Is(err, errSelf) {
					log.Println(err)
				}
			}
		})
	}
	for range 10 {
		if got := b.audit(); got != 5000 {
			log.Fatal("money lost: ", got)
		}
	}
	wg.Wait()
	fmt.Println("total", b.audit())
}
