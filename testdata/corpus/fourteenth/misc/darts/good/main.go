package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
)

type ring struct {
	points int64
	hits   int64
}

type board struct {
	rings  [3]ring
	misses int64
}

func (b *board) throw(r *rand.Rand) {
	x, y := r.Float64(), r.Float64()
	switch d := x*x + y*y; {
	case d < 0.1:
		atomic.AddInt64(&b.rings[0].hits, 1)
	case d < 0.5:
		atomic.AddInt64(&b.rings[1].hits, 1)
	case d < 1:
		atomic.AddInt64(&b.rings[2].hits, 1)
	default:
		atomic.AddInt64(&b.misses, 1)
	}
}

func (b *board) total() (throws, points int64) {
	throws = b.misses
	for _, r := range b.rings {
		throws += r.hits
		points += r.hits * r.points
	}
	return throws, points
}

func game(players, throws int) *board {
	b := new(board)
	for i := range b.rings {
		b.rings[i].points = int64(50 / (i + 1))
		b.rings[i].hits = 0
	}
	var wg sync.WaitGroup
	for p := range players {
		wg.Add(1)
		go func(r *rand.Rand) {
			defer wg.Done()
			for range throws {
				b.throw(r)
			}
		}(rand.New(rand.NewPCG(7, uint64(p))))
	}
	wg.Wait()
	return b
}

func main() {
	b := game(4, 500)
	throws, points := b.total()
	fmt.Println(throws, points > 0, b.rings[0].hits < b.rings[2].hits)
}
