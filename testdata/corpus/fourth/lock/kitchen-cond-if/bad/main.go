package main

import (
	"fmt"
	"sync"
	"time"
)

type kitchen struct {
	sync.Mutex
	bell   *sync.Cond
	orders []string
}

func newKitchen() *kitchen {
	k := &kitchen{}
	k.bell = sync.NewCond(k)
	return k
}

func (k *kitchen) order(dish string) {
	k.Lock()
	defer k.Unlock()
	k.orders = append(k.orders, dish)
	k.bell.Broadcast()
}

func (k *kitchen) next() string {
	k.Lock()
	defer k.Unlock()
	if len(k.orders) == 0 { // BUG: cond-no-loop
		k.bell.Wait() // BUG: cond-no-loop
	}
	dish := k.orders[0] // BUG: cond-no-loop
	k.orders = k.orders[1:]
	return dish
}

func main() {
	k := newKitchen()
	var wg sync.WaitGroup
	for cook := range 3 {
		wg.Go(func() {
			dish := k.next()
			fmt.Println("cook", cook, "prepares", dish)
		})
	}
	for _, dish := range []string{"soup", "pie", "salad"} {
		time.Sleep(5 * time.Millisecond)
		k.order(dish)
	}
	wg.Wait()
}
