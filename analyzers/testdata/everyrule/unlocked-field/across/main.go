// Command bank credits deposits and interest to one account.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) add(n int) {
	a.balance += n // BUG?
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.add(n)
}

func payInterest(a *account, days int) {
	for range days {
		a.add(1) // BUG?
	}
}

func main() {
	acc := &account{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 1000 {
			acc.deposit(10)
		}
	})
	wg.Go(func() { payInterest(acc, 1000) })
	wg.Wait()
	acc.mu.Lock()
	defer acc.mu.Unlock()
	fmt.Println("balance:", acc.balance)
}
