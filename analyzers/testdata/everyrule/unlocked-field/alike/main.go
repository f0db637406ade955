// Command bank books deposits from several tellers and prints the balance.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	owner string

	mu      sync.Mutex
	balance int
}

func open(owner string, gift int) *account {
	a := &account{owner: owner}
	a.balance = gift
	return a
}

// addLocked needs a.mu.
func (a *account) addLocked(n int) {
	a.balance += n
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.addLocked(n)
}

func main() {
	acc := open("Ada", 50)
	acc.addLocked(5) // nobody else knows acc yet
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				acc.deposit(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(acc.owner, acc.balance)
}
