// Package orders places orders against a stock.
package orders

import "fmt"

// Stock is what an order desk needs from the warehouse.
type Stock interface {
	Reserve(sku string, n int) error
	Relabel(from, to string, n int) error
}

// Line is one line of an order.
type Line struct {
	SKU string
	N   int
}

// Desk places orders.
type Desk struct {
	stock Stock
	alias map[string]string
}

// NewDesk makes a Desk; alias maps a SKU to one that can replace it.
func NewDesk(s Stock, alias map[string]string) *Desk {
	return &Desk{stock: s, alias: alias}
}

// Place reserves every line; a missing SKU is refilled from its alias.
func (d *Desk) Place(lines ...Line) error {
	for _, l := range lines {
		err := d.stock.Reserve(l.SKU, l.N)
		if err == nil {
			continue
		}
		alt, ok := d.alias[l.SKU]
		if !ok {
			return fmt.Errorf("line %s: %w", l.SKU, err)
		}
		if err := d.stock.Relabel(alt, l.SKU, l.N); err != nil {
			return fmt.Errorf("relabel %s: %w", alt, err)
		}
		if err := d.stock.Reserve(l.SKU, l.N); err != nil {
			return fmt.Errorf("line %s: %w", l.SKU, err)
		}
	}
	return nil
}
