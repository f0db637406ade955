package main

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// guard protects a value of any type.
type guard[T any] struct {
	mu sync.RWMutex
	v  T
}

func newGuard[T any](v T) *guard[T] { return &guard[T]{v: v} }

func (g *guard[T]) write(f func(*T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(&g.v)
}

func (g *guard[T]) read(f func(T)) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	f(g.v)
}

// view computes something from the guarded value.
func view[T, R any](g *guard[T], f func(T) R) R {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return f(g.v)
}

type game struct {
	scores map[string]int
	rounds int
}

func (g *game) award(who string, n int) {
	g.scores[who] += n
	g.rounds++
}

func (g game) best() (name string) {
	for n, s := range g.scores {
		if name == "" || s > g.scores[name] || s == g.scores[name] && n < name {
			name = n
		}
	}
	return name
}

func main() {
	g := newGuard(game{scores: make(map[string]int)})
	players := []string{"ann", "bob", "cid"}
	var wg sync.WaitGroup
	for i, p := range players {
		wg.Go(func() {
			for range 20 {
				g.write(func(gm *game) { gm.award(p, i+1) })
				_ = view(g, game.best)
			}
		})
	}
	wg.Wait()
	copied := view(g, func(gm game) map[string]int { return maps.Clone(gm.scores) })
	copied["dora"] = 1
	g.read(func(gm game) { fmt.Println(gm.rounds, len(gm.scores)) })
	fmt.Println(slices.Sorted(maps.Keys(copied)), view(g, game.best))
}
