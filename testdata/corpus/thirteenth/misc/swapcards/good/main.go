package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

type player struct {
	seat int
	sync.Mutex
	hand []int
}

// lockAll locks players by ascending seat and returns the unlocker.
func lockAll(ps ...*player) (unlock func()) {
	ordered := slices.Clone(ps)
	slices.SortFunc(ordered, func(a, b *player) int { return cmp.Compare(a.seat, b.seat) })
	ordered = slices.Compact(ordered)
	for _, p := range ordered {
		p.Lock()
	}
	return func() {
		for _, p := range slices.Backward(ordered) {
			p.Unlock()
		}
	}
}

func swap(a, b *player, i int) {
	defer lockAll(a, b)()
	a.hand[i], b.hand[i] = b.hand[i], a.hand[i]
}

func main() {
	table := make([]*player, 4)
	for i := range table {
		table[i] = &player{seat: i, hand: []int{i * 10, i*10 + 1, i*10 + 2}}
	}
	var wg sync.WaitGroup
	for i := range table {
		wg.Go(func() {
			for k := range 3000 {
				swap(table[i], table[(i+k)%4], k%3)
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, p := range table {
		for _, c := range p.hand {
			sum += c
		}
	}
	fmt.Println("sum of cards:", sum)
}
