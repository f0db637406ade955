package main

import (
	"fmt"
	"sync"
	"time"
)

type bidder struct {
	name  string
	limit int
	step  int
}

func (b bidder) play(h *House, lots []int) {
	for _, id := range lots {
		for amount := b.step; amount <= b.limit; amount += b.step {
			_ = h.Bid(id, b.name, amount)
		}
	}
}

func main() {
	h := NewHouse(time.Now)
	lots := []int{
		h.Offer("lamp", 5, time.Hour),
		h.Offer("chair", 20, time.Hour),
		h.Offer("clock", 50, time.Hour),
	}
	crowd := []bidder{{"ann", 60, 7}, {"bob", 80, 9}, {"cleo", 110, 11}}
	var wg sync.WaitGroup
	for _, b := range crowd {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b.play(h, lots) // BUG: guarded-escape
		}()
	}
	wg.Wait()
	for _, l := range h.Catalogue() {
		fmt.Println(l.ID, l.Title, l.Price, l.Leader)
	}
	fmt.Println(h.Activity("cleo") > 0, h.Bid(9, "ann", 1))
}
