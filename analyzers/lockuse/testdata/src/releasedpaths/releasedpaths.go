// Package main releases its locks on every way, or hands them on.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

// withdraw unlocks before each return.
func (a *account) withdraw(n int) error {
	a.mu.Lock()
	if n > a.balance {
		a.mu.Unlock()
		return errors.New("not enough money")
	}
	a.balance -= n
	a.mu.Unlock()
	return nil
}

// guarded panics with the lock held, and its deferred unlock runs all the same.
func (a *account) guarded(n int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	a.mu.Lock()
	defer a.mu.Unlock()
	if n < 0 {
		panic("negative")
	}
	a.balance += n
	return nil
}

// lock and unlock are meant to be called in pairs.
func (a *account) lock()   { a.mu.Lock() }
func (a *account) unlock() { a.mu.Unlock() }

// acquire hands the release to its caller.
func (a *account) acquire() (release func()) {
	a.mu.Lock()
	return a.mu.Unlock
}

// require ends the process with the lock held.
func (a *account) require(n int) {
	a.mu.Lock()
	if a.balance < n {
		fmt.Fprintln(os.Stderr, "bankrupt")
		os.Exit(1)
	}
	a.mu.Unlock()
}

// drop locks and unlocks under one condition.
func drop(mu *sync.Mutex, list []int, shared bool) []int {
	if shared {
		mu.Lock()
	}
	list = list[:len(list)-1]
	if shared {
		mu.Unlock()
	}
	return list
}

func main() {
	a := &account{balance: 10}
	var wg sync.WaitGroup
	for _, n := range []int{3, 30} {
		wg.Go(func() {
			_ = a.withdraw(n)
			_ = a.guarded(n - 4)
		})
	}
	wg.Go(func() {
		a.lock()
		a.balance++
		a.unlock()
		release := a.acquire()
		defer release()
		a.balance--
	})
	a.require(-100)
	wg.Wait()
	var mu sync.Mutex
	fmt.Println(a.balance, drop(&mu, drop(&mu, []int{1, 2}, true), false))
}
