// Package main takes the two locks of one shop in both orders.
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

func (s *shop) sell() {
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.ordersMu.Lock() // want `^deadlock: sell locks s.stockMu, then s.ordersMu; .*twolocksfields.go:38.* locks them the other way round.*\(lock-order\)`
	defer s.ordersMu.Unlock()
	s.stock--
	s.orders++
}

func (s *shop) cancel() {
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.orders--
	s.stock++
}

func main() {
	s := &shop{stock: 3}
	var wg sync.WaitGroup
	wg.Go(s.sell)
	wg.Go(s.cancel)
	wg.Wait()
	fmt.Println(s.stock, s.orders)
}
