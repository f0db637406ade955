package main

import (
	"errors"
	"fmt"
	"sync"
)

var (
	errClosed = errors.New("bank is closed")
	errFunds  = errors.New("not enough money")
)

type account struct {
	balance int
	history []string
}

// bank runs all operations in one goroutine.
type bank struct {
	ops      chan func()
	quit     chan struct{}
	done     chan struct{}
	accounts map[string]*account
	failed   int
}

func openBank() *bank {
	b := &bank{
		ops:      make(chan func()),
		quit:     make(chan struct{}),
		done:     make(chan struct{}),
		accounts: make(map[string]*account),
	}
	go b.loop()
	return b
}

func (b *bank) loop() {
	defer close(b.done)
	for {
		select {
		case op := <-b.ops:
			op()
		case <-b.quit:
			return
		}
	}
}

// do runs f in the loop and waits for it.
func (b *bank) do(f func() error) error {
	res := make(chan error, 1)
	select {
	case b.ops <- func() { res <- f() }:
		return <-res
	case <-b.quit:
		return errClosed
	}
}

func (b *bank) account(name string) *account {
	a, ok := b.accounts[name]
	if !ok {
		a = &account{}
		b.accounts[name] = a
	}
	return a
}

func (a *account) note(what string, n int) {
	a.balance += n
	a.history = append(a.history, fmt.Sprintf("%s %d", what, n))
}

func (b *bank) deposit(name string, n int) error {
	return b.do(func() error {
		b.account(name).note("deposit", n)
		return nil
	})
}

func (b *bank) transfer(from, to string, n int) error {
	return b.do(func() error {
		src := b.account(from)
		if src.balance < n {
			b.failed++
			return fmt.Errorf("%s: %w", from, errFunds)
		}
		src.note("to "+to, -n)
		b.account(to).note("from "+from, n)
		return nil
	})
}

func (b *bank) balance(name string) (n int, err error) {
	err = b.do(func() error {
		n = b.account(name).balance
		return nil
	})
	return n, err
}

func (b *bank) close() (failed int) {
	close(b.quit)
	<-b.done
	return b.failed
}

func main() {
	b := openBank()
	names := []string{"ann", "bob", "cid"}
	for _, n := range names {
		if err := b.deposit(n, 100); err != nil {
			fmt.Println(err)
		}
	}
	var wg sync.WaitGroup
	for i, n := range names {
		wg.Go(func() {
			for k := range 10 {
				to := names[(i+1+k%2)%3]
				if err := b.transfer(n, to, 30); err != nil && !errors.Is(err, errFunds) {
					fmt.Println(err)
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, n := range names {
		v, err := b.balance(n)
		if err != nil {
			fmt.Println(err)
		}
		sum += v
	}
	fmt.Println(sum, b.close() >= 0)
	fmt.Println(b.deposit("ann", 1), len(b.accounts))
}
