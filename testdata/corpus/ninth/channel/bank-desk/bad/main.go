package main

import (
	"fmt"
	"sync"
)

type withdrawal struct {
	amount int
	ok     chan bool
}

// Desk serves one account from a single goroutine.
type Desk struct {
	deposits    chan int
	withdrawals chan withdrawal // BUG: nil-channel
	balance     chan int
	quit        chan struct{}
}

func OpenDesk() *Desk {
	d := &Desk{ // BUG: nil-channel
		deposits: make(chan int),
		balance:  make(chan int),
		quit:     make(chan struct{}),
	}
	go d.serve()
	return d
}

func (d *Desk) serve() {
	money := 0
	for {
		select {
		case n := <-d.deposits:
			money += n
		case w := <-d.withdrawals: // BUG: nil-channel
			if w.amount > money {
				w.ok <- false
				continue
			}
			money -= w.amount
			w.ok <- true
		case d.balance <- money:
		case <-d.quit:
			return
		}
	}
}

func (d *Desk) Deposit(n int) { d.deposits <- n }
func (d *Desk) Balance() int  { return <-d.balance }
func (d *Desk) Close()        { close(d.quit) }

func (d *Desk) Withdraw(n int) bool {
	w := withdrawal{n, make(chan bool)}
	d.withdrawals <- w // BUG: nil-channel
	return <-w.ok
}

func main() {
	d := OpenDesk()
	defer d.Close()
	var wg sync.WaitGroup
	for i := 1; i <= 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			d.Deposit(10 * i)
		}()
	}
	wg.Wait()
	fmt.Println("balance", d.Balance())
	fmt.Println("take 200:", d.Withdraw(200))
	fmt.Println("take 100:", d.Withdraw(100))
	fmt.Println("balance", d.Balance())
}
