// Package profile builds a customer's page.
package profile

import "fmt"

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
	named := make(chan struct{})
	go func() {
		defer close(named)
		page.Name, err = shop.Name(id)
		if err != nil {
			err = fmt.Errorf("name of customer %d: %w", id, err)
		}
	}()
	<-named
	if err != nil {
		return Page{}, err
	}
	page.Orders, err = shop.Orders(id)
	if err != nil {
		return Page{}, fmt.Errorf("orders of customer %d: %w", id, err)
	}
	return page, nil
}
