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

func wake(c *sync.Cond) { c.Signal() }

func (k *kitchen) push(dish string) {
	defer wake(k.work)
	k.orders = append(k.orders, dish)
}

func (k *kitchen) order(dish string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.push(dish)
}

func (k *kitchen) next() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	for len(k.orders) == 0 {
		k.work.Wait()
	}
	dish := k.orders[0]
	k.orders = k.orders[1:]
	return dish
}

func main() {
	k := &kitchen{}
	k.work = sync.NewCond(&k.mu)
	var cooks sync.WaitGroup
	for range 2 {
		cooks.Go(func() { fmt.Println(k.next() != "") })
	}
	for _, dish := range []string{"soup", "pizza"} {
		k.order(dish)
	}
	cooks.Wait()
}
