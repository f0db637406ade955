// Package othersfieldsright uses fields of another package as that package does.
package othersfieldsright

import (
	"fmt"
	"sync"

	"example/othersfields/store"
)

// Watch holds the lock.
func Watch(s *store.Stock) {
	go func() {
		for range 10 {
			s.Mu.Lock()
			fmt.Println(s.Items)
			s.Mu.Unlock()
		}
	}()
}

// Filled makes the stock, which nobody else knows yet.
func Filled(names []string) *store.Stock {
	s := &store.Stock{Limit: len(names)}
	for _, name := range names {
		s.Names = append(s.Names, name)
		s.Items++
	}
	return s
}

// Limits reads what no lock guards.
func Limits(stocks []*store.Stock) (sum int) {
	var wg sync.WaitGroup
	for _, s := range stocks {
		wg.Go(func() { fmt.Println(s.Limit) })
		sum += s.Limit
	}
	wg.Wait()
	return sum
}

// Clear locks, and has a helper for it.
func Clear(s *store.Stock) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	s.Items = 0
	forget(s)
}

// forget is called with the lock held.
func forget(s *store.Stock) { s.Names = nil }

// Show is about a gauge, whose own package reads it without the lock.
func Show(g *store.Gauge) {
	g.Mu.Lock()
	level := g.Level
	g.Mu.Unlock()
	go func() { fmt.Println(level, g.Level) }()
}

// Add waits under the lock for who relies on it.
func Add(s *store.Stock) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	var wg sync.WaitGroup
	wg.Go(func() { s.Items++ })
	wg.Wait()
}

// One makes a stock, which goes to a goroutine and to nobody else.
func One() int {
	s := store.New(1)
	s.Put("key")
	items := make(chan int)
	go func() { items <- s.Items }()
	return <-items
}

// Two calls a function for the same.
func Two() int {
	s := store.New(2)
	s.Put("key")
	s.Put("lock")
	items := make(chan int)
	go count(s, items)
	return <-items
}

func count(s *store.Stock, items chan<- int) { items <- s.Items }

func opened() *store.Stock { return &store.Stock{} }

// The goroutine has a new one.
func useNew() {
	go func() {
		opened().Items++
	}()
}
