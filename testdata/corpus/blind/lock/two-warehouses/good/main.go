package main

import (
	"fmt"
	"sync"
	"time"
)

type Warehouse struct {
	ID    int
	mu    sync.Mutex
	stock map[string]int
}

func New(id int, stock map[string]int) *Warehouse {
	return &Warehouse{ID: id, stock: stock}
}

// Move brings n pieces from one warehouse to another.
func Move(from, to *Warehouse, item string, n int) bool {
	first, second := from, to
	if to.ID < from.ID {
		first, second = to, from
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	time.Sleep(2 * time.Millisecond) // paperwork
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.stock[item] < n {
		return false
	}
	from.stock[item] -= n
	to.stock[item] += n
	return true
}

func main() {
	a := New(1, map[string]int{"bolt": 100})
	b := New(2, map[string]int{"bolt": 100})
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for range 5 {
			Move(a, b, "bolt", 3)
		}
	}()
	go func() {
		defer wg.Done()
		for range 5 {
			Move(b, a, "bolt", 2)
		}
	}()
	wg.Wait()
	fmt.Println(a.stock["bolt"], b.stock["bolt"])
}
