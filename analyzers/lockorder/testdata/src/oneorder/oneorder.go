// Package main takes two locks without ever waiting in a circle.
package main

import (
	"fmt"
	"sync"
)

type shop struct {
	stockMu  sync.Mutex
	stock    int
	ordersMu sync.Mutex
	orders   int
}

// sell takes the stock's lock first, as all do who take both.
func (s *shop) sell() {
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.stock--
	s.orders++
}

func (s *shop) cancel() {
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.orders--
	s.stock++
}

// audit takes them the other way round, but never both.
func (s *shop) audit() (orders, stock int) {
	s.ordersMu.Lock()
	orders = s.orders
	s.ordersMu.Unlock()
	s.stockMu.Lock()
	stock = s.stock
	s.stockMu.Unlock()
	return orders, stock
}

// close takes them the other way round when all others have ended.
func (s *shop) close() {
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.orders, s.stock = 0, 0
}

// try gives up instead of waiting.
func (s *shop) try() bool {
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	if !s.stockMu.TryLock() {
		return false
	}
	defer s.stockMu.Unlock()
	return s.orders < s.stock
}

func main() {
	s := &shop{stock: 5}
	var wg sync.WaitGroup
	wg.Go(s.sell)
	wg.Go(s.cancel)
	wg.Go(func() { fmt.Println(s.audit()) })
	wg.Go(func() { fmt.Println(s.try()) })
	wg.Wait()
	s.close()
}
