// Command kitchen cooks the orders of a restaurant.
package main

import (
	"fmt"
	"sync"
)

type kitchen struct {
	mu     sync.Mutex
	work   *sync.Cond
	orders []string
}

func (k *kitchen) push(dish string) {
	k.orders = append(k.orders, dish) // BUG?
}

func (k *kitchen) order(dish string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.push(dish) // BUG?
}

func (k *kitchen) next() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	for len(k.orders) == 0 {
		k.work.Wait() // BUG?
	}
	dish := k.orders[0]
	k.orders = k.orders[1:]
	return dish
}

func main() {
	k := &kitchen{}
	k.work = sync.NewCond(&k.mu)
	served := make(chan string)
	go func() {
		for {
			served <- k.next()
		}
	}()
	for _, dish := range []string{"soup", "pizza"} {
		k.order(dish)
		fmt.Println(<-served)
	}
}
