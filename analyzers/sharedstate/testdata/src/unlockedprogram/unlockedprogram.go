// Package main shows the race in a closed program: the report is certain.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func (a *account) show() {
	fmt.Println(a.balance) // want `^data race: show reads a.balance without a.mu, which deposit holds.*\(unlocked-field\)`
}

func main() {
	a := &account{}
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a.deposit(i)
		}()
	}
	go a.show()
	wg.Wait()
}
