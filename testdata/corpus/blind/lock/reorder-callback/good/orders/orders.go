// Package orders keeps the order book.
package orders

import (
	"errors"
	"sync"

	"blind/lock/reorder-callback/good/stock"
)

// ErrUnavailable is returned for orders that cannot be fulfilled.
var ErrUnavailable = errors.New("orders: not available")

// Order is one order.
type Order struct {
	Number   int
	SKU      string
	Quantity int
	Shipped  bool
}

// Book is an order book.
type Book struct {
	stock *stock.Stock

	mutex   sync.Mutex
	orders  []*Order
	reorder map[string]int
}

// NewBook creates a book for a warehouse.
func NewBook(warehouse *stock.Stock) *Book {
	book := &Book{stock: warehouse, reorder: make(map[string]int)}
	warehouse.OnLow(book.runningLow)
	return book
}

// runningLow notes that something must be bought.
func (book *Book) runningLow(sku string, left int) {
	book.mutex.Lock()
	defer book.mutex.Unlock()
	book.reorder[sku] = 100 - left
}

// Accept adds an order if the warehouse can fulfil it.
func (book *Book) Accept(sku string, quantity int) (*Order, error) {
	book.mutex.Lock()
	defer book.mutex.Unlock()
	if !book.stock.Has(sku, quantity) {
		return nil, ErrUnavailable
	}
	order := &Order{Number: len(book.orders) + 1, SKU: sku, Quantity: quantity}
	book.orders = append(book.orders, order)
	return order, nil
}

// Ship takes the items of an order out of the warehouse.
func (book *Book) Ship(order *Order) error {
	if err := book.stock.Take(order.SKU, order.Quantity); err != nil {
		return err
	}
	book.mutex.Lock()
	defer book.mutex.Unlock()
	order.Shipped = true
	return nil
}

// Open counts the orders that were not shipped.
func (book *Book) Open() int {
	book.mutex.Lock()
	defer book.mutex.Unlock()
	open := 0
	for _, order := range book.orders {
		if !order.Shipped {
			open++
		}
	}
	return open
}

// ShoppingList returns what must be bought.
func (book *Book) ShoppingList() map[string]int {
	book.mutex.Lock()
	defer book.mutex.Unlock()
	list := make(map[string]int, len(book.reorder))
	for sku, n := range book.reorder {
		list[sku] = n
	}
	return list
}
