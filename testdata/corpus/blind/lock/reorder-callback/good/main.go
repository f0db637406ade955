// Command shop simulates a few clerks in a mail-order company.
package main

import (
	"fmt"
	"sync"

	"blind/lock/reorder-callback/good/orders"
	"blind/lock/reorder-callback/good/stock"
)

func clerk(book *orders.Book, sku string, rounds int) {
	for range rounds {
		order, err := book.Accept(sku, 1)
		if err != nil {
			return
		}
		_ = book.Ship(order)
	}
}

func main() {
	warehouse := stock.New(9000, map[string]int{"mug": 10000, "pen": 10000})
	book := orders.NewBook(warehouse)
	var clerks sync.WaitGroup
	for i := range 4 {
		clerks.Add(1)
		go func() {
			defer clerks.Done()
			clerk(book, []string{"mug", "pen"}[i%2], 4000)
		}()
	}
	clerks.Wait()
	fmt.Println(book.Open(), len(book.ShoppingList()))
}
