package main

import (
	"errors"
	"fmt"
	"sync"
)

// SKU identifies an article.
type SKU string

var errShort = errors.New("not enough stock")

// Warehouse is one site with its own stock.
type Warehouse struct {
	id    int
	city  string
	mu    sync.Mutex
	stock map[SKU]int
}

// NewWarehouse returns a stocked site.
func NewWarehouse(id int, city string, stock map[SKU]int) *Warehouse {
	return &Warehouse{id: id, city: city, stock: stock}
}

// Move sends goods to another site, all or nothing.
func (w *Warehouse) Move(to *Warehouse, sku SKU, n int) error {
	if w == to {
		return nil
	}
	first, second := w, to
	if second.id < first.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()

	if w.stock[sku] < n {
		return fmt.Errorf("%s: %w", w.city, errShort)
	}
	w.stock[sku] -= n
	to.stock[sku] += n
	return nil
}

// Count returns the stock of one article.
func (w *Warehouse) Count(sku SKU) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.stock[sku]
}

func main() {
	oslo := NewWarehouse(1, "Oslo", map[SKU]int{"lamp": 500})
	rome := NewWarehouse(2, "Rome", map[SKU]int{"lamp": 500})

	var trucks sync.WaitGroup
	drive := func(from, to *Warehouse) {
		defer trucks.Done()
		for range 20000 {
			if err := from.Move(to, "lamp", 1); err != nil && !errors.Is(err, errShort) {
				panic(err)
			}
		}
	}
	trucks.Add(2)
	go drive(oslo, rome)
	go drive(rome, oslo)
	trucks.Wait()
	fmt.Println("lamps:", oslo.Count("lamp")+rome.Count("lamp"))
}
