package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

type account struct {
	id      int
	mu      sync.Mutex
	balance int
	moves   int
}

type move struct {
	acc    *account
	amount int
}

// deal is a list of moves that happen all or not at all.
type deal []move

func (d deal) accounts() []*account {
	var accs []*account
	for _, m := range d {
		if !slices.Contains(accs, m.acc) {
			accs = append(accs, m.acc)
		}
	}
	slices.SortFunc(accs, func(a, b *account) int { return cmp.Compare(a.id, b.id) })
	return accs
}

func lockAll(accs []*account) (unlock func()) {
	for _, a := range accs {
		a.mu.Lock()
	}
	return func() {
		for _, a := range slices.Backward(accs) {
			a.mu.Unlock()
		}
	}
}

func (d deal) settle() error {
	unlock := lockAll(d.accounts())
	defer unlock()
	want := make(map[*account]int)
	sum := 0
	for _, m := range d {
		want[m.acc] += m.amount
		sum += m.amount
	}
	if sum != 0 {
		return fmt.Errorf("deal is off by %d", sum)
	}
	for a, n := range want {
		if a.balance+n < 0 {
			return fmt.Errorf("account %d lacks %d", a.id, -n-a.balance)
		}
	}
	for a, n := range want {
		a.balance += n
		a.moves++
	}
	return nil
}

func main() {
	var accs []*account
	for i := range 5 {
		accs = append(accs, &account{id: i, balance: 100})
	}
	var wg sync.WaitGroup
	for k := range 4 {
		wg.Go(func() {
			for i := range 200 {
				a, b, c := accs[(i+k)%5], accs[(i*k+1)%5], accs[(i+2*k+3)%5]
				if err := (deal{{a, -10}, {b, 4}, {c, 6}}).settle(); err != nil && k < 0 {
					fmt.Println(err)
				}
			}
		})
	}
	wg.Wait()
	total := 0
	for _, a := range accs {
		a.mu.Lock()
		total += a.balance
		a.mu.Unlock()
	}
	fmt.Println(total)
	fmt.Println(deal{{accs[0], 5}}.settle())
}
