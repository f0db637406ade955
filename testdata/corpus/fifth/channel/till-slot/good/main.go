package main

import (
	"fmt"
	"sync"
)

type till struct {
	cash  int
	sales []string
}

type shop chan *till

func (s shop) sell(what string, price int) int {
	t := <-s
	defer func() { s <- t }()
	t.cash += price
	t.sales = append(t.sales, what)
	return t.cash
}

func main() {
	s := make(shop, 1)
	s <- &till{cash: 50}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			s.sell("bun", 2)
			s.sell("tart", i)
		})
	}
	wg.Wait()
	t := <-s
	fmt.Println(t.cash, len(t.sales))
}
