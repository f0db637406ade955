// Package oven bakes the pizzas of an order.
package oven

import "sync"

// Pizza is a pizza with its number of toppings.
type Pizza struct {
	Toppings int
	Baked    bool
}

// Order is an order of four pizzas.
type Order struct {
	wg     sync.WaitGroup
	pizzas [4]Pizza
}

func (o *Order) bake(i int, oven func(Pizza) bool) {
	defer o.wg.Done()
	o.pizzas[i].Baked = oven(o.pizzas[i])
}

// Bake bakes the pizzas of an order at the same time.
func Bake(pizzas [4]Pizza, oven func(Pizza) bool) [4]Pizza {
	o := &Order{pizzas: pizzas}
	for i := range o.pizzas {
		o.wg.Add(1)
		go o.bake(i, oven)
		o.wg.Wait() // BUG
	}
	return o.pizzas
}
