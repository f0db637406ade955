// Package wallet holds money in several currencies.
package wallet

import (
	"errors"
	"sync"
)

var ErrPoor = errors.New("wallet: not enough")

type purse struct {
	coins   map[string]int
	history []string
}

// Wallet may be used by several goroutines.
type Wallet struct {
	mu    sync.Mutex
	purse purse
}

func New() *Wallet {
	w := new(Wallet)
	w.purse.coins = map[string]int{}
	return w
}

// with runs f while nobody else can touch the purse.
func (w *Wallet) with(f func(p *purse)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f(&w.purse)
}

// open locks the wallet until the returned function is called.
func (w *Wallet) open() (*purse, func()) {
	w.mu.Lock()
	return &w.purse, w.mu.Unlock
}

func (p *purse) note(s string) {
	if len(p.history) == 100 {
		p.history = p.history[1:]
	}
	p.history = append(p.history, s)
}

func (w *Wallet) Add(currency string, n int) {
	w.with(func(p *purse) {
		p.coins[currency] += n
		p.note("add " + currency)
	})
}

func (w *Wallet) Pay(currency string, n int) error {
	p, done := w.open()
	defer done()
	if p.coins[currency] < n {
		return ErrPoor
	}
	p.coins[currency] -= n
	p.note("pay " + currency)
	return nil
}

// Exchange swaps n coins at the given rate.
func (w *Wallet) Exchange(from, to string, n, rate int) (err error) {
	w.with(func(p *purse) {
		if p.coins[from] < n {
			err = ErrPoor
			return
		}
		p.coins[from] -= n
		p.coins[to] += n * rate
		p.note(from + ">" + to)
	})
	return err
}

func (w *Wallet) Balance(currency string) (n int) {
	w.with(func(p *purse) { n = p.coins[currency] })
	return
}

func (w *Wallet) History() []string {
	p, done := w.open()
	defer done()
	return append([]string(nil), p.history...)
}
