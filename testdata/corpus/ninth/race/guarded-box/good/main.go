package main

import (
	"fmt"
	"maps"
	"sync"
)

// Guarded lends its value only while the lock is held.
type Guarded[T any] struct {
	mu  sync.RWMutex
	val T
}

func Guard[T any](v T) *Guarded[T] { return &Guarded[T]{val: v} }

func (g *Guarded[T]) Update(fn func(v *T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	fn(&g.val)
}

func (g *Guarded[T]) View(fn func(v T)) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	fn(g.val)
}

type basket map[string]int

func main() {
	fruit := Guard(basket{"apple": 1})
	total := Guard(0)

	var wg sync.WaitGroup
	for i, name := range []string{"apple", "pear", "fig", "apple"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fruit.Update(func(b *basket) { (*b)[name] += i + 1 })
			total.Update(func(n *int) { *n += i + 1 })
		}()
	}

	var early basket
	fruit.View(func(b basket) { early = maps.Clone(b) })
	if len(early) == 0 {
		fmt.Println("nothing at all")
	}
	wg.Wait()

	fruit.View(func(b basket) { fmt.Println(b) })
	total.View(func(n int) { fmt.Println("added", n) })
}
