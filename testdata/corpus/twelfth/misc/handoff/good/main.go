// A bakery: customers hand in an order slip, the oven fills it in and hands
// the same slip back. A customer may lose patience.
package main

import (
	"fmt"
	"sync"
	"time"
)

type slip struct {
	item   string
	count  int
	baked  int
	notes  []string
	answer chan *slip
}

type bakery struct {
	orders  chan *slip
	reports chan chan map[string]int
	closed  chan struct{}
}

func open() *bakery {
	b := &bakery{
		orders:  make(chan *slip),
		reports: make(chan chan map[string]int),
		closed:  make(chan struct{}),
	}
	go b.oven()
	return b
}

func (b *bakery) oven() {
	sold := make(map[string]int)
	for {
		select {
		case s := <-b.orders:
			for s.baked < s.count {
				time.Sleep(300 * time.Microsecond)
				s.baked++
			}
			if s.count > 4 {
				s.notes = append(s.notes, "family size box")
			}
			sold[s.item] += s.baked
			s.answer <- s
		case reply := <-b.reports:
			day := sold
			sold = make(map[string]int, len(day))
			reply <- day
		case <-b.closed:
			return
		}
	}
}

// order returns nil when it takes longer than patience.
func (b *bakery) order(item string, n int, patience time.Duration) *slip {
	s := &slip{item: item, count: n, answer: make(chan *slip, 1)}
	s.notes = append(s.notes, "for here")
	timeout := time.After(patience)
	select {
	case b.orders <- s:
	case <-timeout:
		return nil
	}
	select {
	case s = <-s.answer:
		s.notes = append(s.notes, "picked up")
		return s
	case <-timeout:
		return nil
	}
}

// takings returns what was sold since the last call.
func (b *bakery) takings() map[string]int {
	reply := make(chan map[string]int)
	select {
	case b.reports <- reply:
		return <-reply
	case <-b.closed:
		return nil
	}
}

func main() {
	b := open()
	var mu sync.Mutex
	happy := 0
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			item := []string{"rye", "roll", "bun"}[i%3]
			patience := 2 * time.Second
			if i == 5 {
				patience = time.Millisecond
			}
			s := b.order(item, i+1, patience)
			if s == nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			if s.baked == s.count && len(s.notes) >= 2 {
				happy++
			}
		})
	}
	wg.Wait()
	first := b.takings()
	first["total"] = first["rye"] + first["roll"] + first["bun"]
	second := b.takings()
	close(b.closed)
	fmt.Println("happy:", happy >= 7, "sold:", first["total"] >= 30, "rest:", len(second) <= 1)
}
