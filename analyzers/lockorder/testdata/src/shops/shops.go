// Package shops guards two fields by two locks and takes them in both orders.
package shops

import "sync"

type Shop struct {
	stockMu  sync.Mutex
	stock    int
	ordersMu sync.Mutex
	orders   int
}

func (s *Shop) Sell() {
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.ordersMu.Lock() // want `^likely deadlock: Sell locks s.stockMu, then s.ordersMu; s.Cancel\(\) locks them the other way round.*\(lock-order\)`
	defer s.ordersMu.Unlock()
	s.stock--
	s.orders++
}

func (s *Shop) Cancel() {
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	s.orders--
	s.stock++
}
