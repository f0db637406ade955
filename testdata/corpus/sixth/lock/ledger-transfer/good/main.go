package main

import (
	"errors"
	"fmt"
	"sync"
)

var (
	errFunds   = errors.New("not enough money")
	errAccount = errors.New("no such account")
)

type account struct {
	id      int
	mu      sync.Mutex
	balance int
}

type ledger struct {
	accounts map[int]*account
}

func newLedger(balances ...int) *ledger {
	l := &ledger{accounts: make(map[int]*account)}
	for i, b := range balances {
		l.accounts[i] = &account{id: i, balance: b}
	}
	return l
}

func (l *ledger) find(id int) (*account, error) {
	a, ok := l.accounts[id]
	if !ok {
		return nil, fmt.Errorf("%w: %d", errAccount, id)
	}
	return a, nil
}

func (l *ledger) transfer(from, to, amount int) error {
	a, err := l.find(from)
	if err != nil {
		return err
	}
	b, err := l.find(to)
	if err != nil {
		return err
	}
	if a == b {
		return nil
	}
	first, second := a, b
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if a.balance < amount {
		return errFunds
	}
	a.balance -= amount
	b.balance += amount
	return nil
}

func main() {
	l := newLedger(100, 50, 10)
	orders := []struct{ from, to, amount int }{{0, 1, 30}, {2, 1, 20}, {1, 7, 1}, {1, 1, 5}, {1, 0, 80}}
	for _, o := range orders {
		if err := l.transfer(o.from, o.to, o.amount); err != nil {
			fmt.Println(o, err)
		}
	}
	fmt.Println(l.accounts[0].balance, l.accounts[1].balance)
}
