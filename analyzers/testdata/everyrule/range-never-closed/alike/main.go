// Package main brings the olives of a grove to the mill.
package main

import (
	"fmt"
	"sync"
)

type grove struct {
	wg      sync.WaitGroup
	baskets chan int
}

func (g *grove) pick(trees int) {
	defer g.wg.Done()
	for i := range trees {
		if i == 7 {
			return
		}
		g.baskets <- 5 + i
	}
}

func whenDone(wg *sync.WaitGroup, finish func()) {
	wg.Wait()
	finish()
}

func (g *grove) finish() {
	close(g.baskets)
}

func (g *grove) mill() int {
	sum := 0
	for kilos := range g.baskets {
		sum += kilos
	}
	return sum
}

func main() {
	g := &grove{baskets: make(chan int)}
	for _, trees := range []int{3, 9, 4} {
		g.wg.Add(1)
		go g.pick(trees)
	}
	go whenDone(&g.wg, g.finish)
	fmt.Println(g.mill(), "kilos")
}
