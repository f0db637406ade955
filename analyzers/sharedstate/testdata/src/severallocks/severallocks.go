// Package main has several locks in one struct, and they fit.
package main

import (
	"fmt"
	"sync"
)

// An account's writers hold both locks, its readers either one.
type account struct {
	aMu, bMu sync.Mutex
	balance  int
}

func (a *account) deposit(n int) {
	a.aMu.Lock()
	defer a.aMu.Unlock()
	a.bMu.Lock()
	defer a.bMu.Unlock()
	a.balance += n
}

func (a *account) byA() int {
	a.aMu.Lock()
	defer a.aMu.Unlock()
	return a.balance
}

func (a *account) byB() int {
	a.bMu.Lock()
	defer a.bMu.Unlock()
	return a.balance
}

// A shop has a lock for each field.
type shop struct {
	stockMu, orderMu sync.Mutex
	stock, orders    int
}

func (s *shop) take() {
	s.stockMu.Lock()
	s.stock--
	s.stockMu.Unlock()
	s.orderMu.Lock()
	s.orders++
	s.orderMu.Unlock()
}

// Parts of a table are locked one by one.
type part struct {
	mu sync.Mutex
	n  int
}

func count(parts []part, i int) {
	parts[i].mu.Lock()
	parts[i].n++
	parts[i].mu.Unlock()
}

func main() {
	a, s, parts := &account{}, &shop{stock: 5}, make([]part, 2)
	var wg sync.WaitGroup
	wg.Go(func() { a.deposit(1); s.take(); count(parts, 0) })
	wg.Go(func() { fmt.Println(a.byA()); s.take(); count(parts, 1) })
	wg.Go(func() { fmt.Println(a.byB()); count(parts, 0) })
	wg.Wait()
	fmt.Println(s.stock, s.orders, parts[0].n)
}
