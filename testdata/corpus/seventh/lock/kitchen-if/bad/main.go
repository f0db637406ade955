package main

import (
	"fmt"
	"sync"
	"time"
)

// board is where waiters pin the orders.
type board struct {
	mu     sync.Mutex
	filled *sync.Cond
	orders []string
	closed bool
}

func newBoard() *board {
	b := &board{}
	b.filled = sync.NewCond(&b.mu)
	return b
}

func (b *board) pin(order string) {
	b.mu.Lock()
	b.orders = append(b.orders, order)
	b.mu.Unlock()
	b.filled.Broadcast()
}

func (b *board) close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.filled.Broadcast()
}

// next waits for an order; ok is false when the kitchen closes.
func (b *board) next() (order string, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.orders) == 0 && !b.closed { // BUG: cond-no-loop
		b.filled.Wait() // BUG: cond-no-loop
	}
	if b.closed && len(b.orders) == 0 {
		return "", false
	}
	order = b.orders[0] // BUG: cond-no-loop
	b.orders = b.orders[1:]
	return order, true
}

func main() {
	b := newBoard()
	var wg sync.WaitGroup
	cooked := make([]int, 3)
	for cook := range cooked {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				if _, ok := b.next(); !ok {
					return
				}
				cooked[cook]++
			}
		}()
	}
	for _, dish := range []string{"soup", "salad", "steak", "sorbet"} {
		time.Sleep(5 * time.Millisecond)
		b.pin(dish)
	}
	b.close()
	wg.Wait()
	fmt.Println("dishes:", cooked[0]+cooked[1]+cooked[2])
}
