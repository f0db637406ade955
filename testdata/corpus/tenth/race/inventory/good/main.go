package main

import (
	"fmt"
	"os"
	"sync"

	"tenth/race/inventory/good/orders"
	"tenth/race/inventory/good/stock"
)

func main() {
	w := stock.New(stock.WithShards(4), stock.WithSeed(map[string]int{
		"mug-blue": 40000, "mug-red": 40000, "cup-s": 40000, "cup-m": 40000, "cup-l": 100,
	}))
	desk := orders.NewDesk(w, map[string]string{
		"mug-green": "mug-blue", "mug-pink": "mug-red", "cup-l": "cup-m", "cup-xl": "cup-s",
	})
	before := w.Units()

	var wg sync.WaitGroup
	for _, sku := range []string{"mug-green", "mug-pink", "cup-l", "cup-xl", "mug-green", "cup-s"} {
		wg.Go(func() {
			for range 3000 {
				if err := desk.Place(orders.Line{SKU: sku, N: 2}); err != nil {
					fmt.Fprintln(os.Stderr, "order:", err)
				}
			}
		})
	}
	wg.Wait()
	if after := w.Units(); after != before {
		fmt.Println("units lost:", before-after)
		os.Exit(1)
	}
	fmt.Println("all units accounted for:", before)
}
