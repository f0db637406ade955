// Package shop sells things out of a warehouse and writes bills.
package shop

import (
	"fourth/lock/ledger-stock-order/good/ledger"
	"fourth/lock/ledger-stock-order/good/stock"
)

// Shop is what the tills talk to; any number of tills may use it at once.
type Shop struct {
	Stock  *stock.Warehouse
	Ledger *ledger.Book
}

// Open starts with empty shelves.
func Open() *Shop {
	s := &Shop{}
	s.Ledger = ledger.New()
	s.Stock = stock.New(s.Ledger)
	s.Ledger.OnRefund(s.Stock)
	return s
}
