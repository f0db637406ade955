// Command pricelist sums up prices while they change.
package main

import (
	"fmt"
	"sync"
)

type list struct {
	mu     sync.RWMutex
	prices map[string]int
}

func (l *list) price(name string) int {
	l.mu.RLock() // BUG?
	defer l.mu.RUnlock()
	return l.prices[name]
}

func (l *list) total(names ...string) (sum int) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for _, n := range names {
		sum += l.price(n) // BUG?
	}
	return sum
}

func (l *list) set(name string, cents int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prices[name] = cents
}

func main() {
	l := &list{prices: map[string]int{"tea": 250, "cake": 400}}
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 100000 {
			l.set("tea", 250+i%10)
		}
	})
	for range 100000 {
		l.total("tea", "cake", "tea")
	}
	wg.Wait()
	fmt.Println(l.total("tea"))
}
