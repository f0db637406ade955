package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
)

type side int

const (
	hold side = iota
	buy
	sell
)

type order struct {
	side side
	qty  int
}

// trader is run by its own goroutine during a day; between days it belongs to
// the market.
type trader struct {
	name  string
	rng   *rand.Rand
	cash  float64
	stock int
	today order
}

func (t *trader) think(price, yesterday float64) {
	t.today = order{}
	switch {
	case price < yesterday && t.cash > price:
		t.today = order{buy, 1 + t.rng.IntN(max(1, int(t.cash/price)))}
	case price > yesterday && t.stock > 0:
		t.today = order{sell, 1 + t.rng.IntN(t.stock)}
	case t.rng.IntN(2) == 0 && t.cash > price:
		t.today = order{buy, 1}
	}
}

func (t *trader) settle(price float64) {
	switch t.today.side {
	case buy:
		t.cash -= price * float64(t.today.qty)
		t.stock += t.today.qty
	case sell:
		t.cash += price * float64(t.today.qty)
		t.stock -= t.today.qty
	}
}

type market struct {
	traders []*trader
	price   float64
	history []float64

	open   []chan struct{} // one per trader
	closed chan int        // who has finished thinking
	gone   sync.WaitGroup
}

func newMarket(names ...string) *market {
	m := &market{price: 100, history: []float64{100}, closed: make(chan int)}
	for i, n := range names {
		m.traders = append(m.traders, &trader{
			name: n,
			rng:  rand.New(rand.NewPCG(7, uint64(i))),
			cash: 1000, stock: 5,
		})
		m.open = append(m.open, make(chan struct{}))
	}
	for i := range m.traders {
		m.gone.Add(1)
		go m.floor(i)
	}
	return m
}

// floor is the life of one trader
func (m *market) floor(i int) {
	defer m.gone.Done()
	for range m.open[i] {
		m.traders[i].think(m.price, m.history[len(m.history)-1])
		m.closed <- i
	}
}

// day lets everybody think, then clears the market.
func (m *market) day() {
	for _, o := range m.open {
		o <- struct{}{}
	}
	for range m.traders {
		<-m.closed
	}
	demand := 0
	for _, t := range m.traders {
		switch t.today.side {
		case buy:
			demand += t.today.qty
		case sell:
			demand -= t.today.qty
		}
		t.settle(m.price)
	}
	m.history = append(m.history, m.price)
	m.price = max(1, m.price*(1+float64(demand)/500))
}

func (m *market) close() {
	for _, o := range m.open {
		close(o)
	}
	m.gone.Wait()
}

func (m *market) report() {
	worth := 0.0
	for _, t := range m.traders {
		worth += t.cash + float64(t.stock)*m.price
	}
	fmt.Printf("after %d days: price %.2f, all are worth %.2f\n", len(m.history)-1, m.price, worth)
}
