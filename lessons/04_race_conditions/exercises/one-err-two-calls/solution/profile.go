// Package profile builds a customer's page.
package profile

import (
	"errors"
	"fmt"
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
func Load(shop Shop, id int) (Page, error) {
	var name string
	var nameErr error // the goroutine's own, until named is closed
	named := make(chan struct{})
	go func() {
		defer close(named)
		name, nameErr = shop.Name(id)
		if nameErr != nil {
			nameErr = fmt.Errorf("name of customer %d: %w", id, nameErr)
		}
	}()
	orders, err := shop.Orders(id)
	if err != nil {
		err = fmt.Errorf("orders of customer %d: %w", id, err)
	}
	<-named
	if err := errors.Join(nameErr, err); err != nil {
		return Page{}, err
	}
	return Page{Name: name, Orders: orders}, nil
}
