// Package profile builds a customer's page.
package profile

import (
	"fmt"
	"sync"
)

// A Shop answers questions about a customer. Each takes a while.
type Shop interface {
	Name(id int) (string, error)
	Orders(id int) ([]string, error)
}

// A Page is what the customer sees.
type Page struct {
	Name   string
	Orders []string
}

// Load asks for the name and the orders at the same time. Without either of them
// there is no page, but an error that says what was asked in vain.
func Load(shop Shop, id int) (page Page, err error) {
	var mu sync.Mutex // guards err
	named := make(chan struct{})
	go func() {
		defer close(named)
		name, failed := shop.Name(id)
		if failed != nil {
			failed = fmt.Errorf("name of customer %d: %w", id, failed)
		}
		mu.Lock()
		defer mu.Unlock()
		page.Name, err = name, failed
	}()
	orders, failed := shop.Orders(id)
	if failed != nil {
		failed = fmt.Errorf("orders of customer %d: %w", id, failed)
	}
	mu.Lock()
	page.Orders, err = orders, failed
	mu.Unlock()
	<-named
	if err != nil {
		return Page{}, err
	}
	return page, nil
}
