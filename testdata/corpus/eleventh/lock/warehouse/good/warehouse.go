// Package warehouse manages stock and the orders that reserve it.
package warehouse

import (
	"errors"
	"fmt"
	"sync"
)

var (
	ErrNoStock = errors.New("not enough stock")
	ErrNoOrder = errors.New("unknown order")
)

// Stock counts the pieces on the shelves.
type Stock struct {
	mu     sync.Mutex
	pieces map[string]int
	book   *OrderBook
}

// OrderBook lists the open orders.
type OrderBook struct {
	mu    sync.Mutex
	next  int
	open  map[int]Order
	stock *Stock
}

// Order is a reservation of some pieces of an article.
type Order struct {
	Article string
	Amount  int
}

// New returns an empty stock with its order book.
func New() (*Stock, *OrderBook) {
	s := &Stock{pieces: make(map[string]int)}
	b := &OrderBook{open: make(map[int]Order), stock: s}
	s.book = b
	return s, b
}

// Deliver puts new pieces on the shelf.
func (s *Stock) Deliver(article string, n int) {
	s.mu.Lock()
	s.pieces[article] += n
	s.mu.Unlock()
}

// Available tells how many pieces are not reserved.
func (s *Stock) Available(article string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pieces[article]
}

// Reserve takes pieces from the shelf and opens an order for them.
func (s *Stock) Reserve(article string, n int) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pieces[article] < n {
		return 0, fmt.Errorf("%s: %w", article, ErrNoStock)
	}
	s.pieces[article] -= n
	return s.book.enter(Order{article, n}), nil
}

func (b *OrderBook) enter(o Order) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	b.open[b.next] = o
	return b.next
}

// Ship closes an order; its pieces have left the house.
func (b *OrderBook) Ship(id int) (Order, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	o, ok := b.open[id]
	if !ok {
		return Order{}, ErrNoOrder
	}
	delete(b.open, id)
	return o, nil
}

// Cancel drops an order and puts its pieces back.
func (b *OrderBook) Cancel(id int) error {
	b.mu.Lock()
	o, ok := b.open[id]
	delete(b.open, id)
	b.mu.Unlock()
	if !ok {
		return ErrNoOrder
	}
	b.stock.Deliver(o.Article, o.Amount)
	return nil
}
