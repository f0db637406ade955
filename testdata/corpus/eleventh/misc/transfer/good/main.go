package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"
)

type account struct {
	id int

	sync.Mutex
	balance int
	history []entry
}

type entry struct {
	peer, amount int
}

type bank struct {
	accounts []*account
}

var errFunds = errors.New("insufficient funds")

func newBank(n, each int) *bank {
	b := new(bank)
	for i := range n {
		b.accounts = append(b.accounts, &account{id: i, balance: each})
	}
	return b
}

// lockPair locks two accounts and returns the function to unlock them.
func lockPair(x, y *account) func() {
	switch {
	case x == y:
		x.Lock()
		return x.Unlock
	case x.id > y.id:
		x, y = y, x
	}
	x.Lock()
	y.Lock()
	return func() {
		x.Unlock()
		y.Unlock()
	}
}

func (b *bank) transfer(from, to, amount int) error {
	src, dst := b.accounts[from], b.accounts[to]
	defer lockPair(src, dst)()
	if src.balance < amount {
		return errFunds
	}
	src.balance -= amount
	dst.balance += amount
	src.history = append(src.history, entry{to, -amount})
	dst.history = append(dst.history, entry{from, amount})
	return nil
}

// audit looks at all accounts at one moment.
func (b *bank) audit() (total, bookings int) {
	for _, a := range b.accounts {
		a.Lock()
		defer a.Unlock()
	}
	for _, a := range b.accounts {
		total += a.balance
		bookings += len(a.history)
	}
	return total, bookings
}

func main() {
	b := newBank(6, 500)
	var clerks sync.WaitGroup
	refused := make([]int, 4)
	for c := range refused {
		clerks.Add(1)
		go func() {
			defer clerks.Done()
			for range 300 {
				err := b.transfer(rand.IntN(6), rand.IntN(6), rand.IntN(200))
				if errors.Is(err, errFunds) {
					refused[c]++
				}
			}
		}()
	}

	finished := make(chan struct{})
	wrong := 0
	auditor := make(chan struct{})
	go func() {
		defer close(auditor)
		for {
			select {
			case <-finished:
				return
			case <-time.After(100 * time.Microsecond):
			}
			if total, _ := b.audit(); total != 3000 {
				wrong++
			}
		}
	}()

	clerks.Wait()
	close(finished)
	<-auditor

	sum := 0
	for _, n := range refused {
		sum += n
	}
	total, bookings := b.audit()
	fmt.Printf("total %d, wrong audits %d, bookings add up: %v\n",
		total, wrong, bookings == 2*(1200-sum))
}
