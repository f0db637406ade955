package main

import (
	"fmt"
	"log"
)

type order struct {
	table int
	dish  string
}

type plate struct {
	order
	price int
}

type menu map[string]int

type kitchen struct {
	menu   menu
	orders chan order
	plates chan plate
}

func (k *kitchen) cook() {
	defer close(k.plates)
	for o := range k.orders {
		price, ok := k.menu[o.dish]
		if !ok {
			log.Printf("table %d: no %s today", o.table, o.dish)
			continue
		}
		k.plates <- plate{o, price} // BUG: send-no-receiver
	}
}

// serve takes the orders to the kitchen, and the plates to the tables
func serve(k *kitchen, todo []order) map[int]int {
	bills := make(map[int]int)
	for _, o := range todo {
		k.orders <- o // BUG: send-no-receiver
	}
	close(k.orders)
	for p := range k.plates {
		bills[p.table] += p.price
	}
	return bills
}

func main() {
	log.SetFlags(0)
	k := &kitchen{
		menu:   menu{"soup": 4, "steak": 15, "ice": 3},
		orders: make(chan order),
		plates: make(chan plate),
	}
	go k.cook()
	bills := serve(k, []order{
		{1, "soup"}, {2, "steak"}, {1, "fish"}, {1, "ice"}, {2, "ice"},
	})
	for table := 1; table <= 2; table++ {
		fmt.Printf("table %d pays %d\n", table, bills[table])
	}
}
