package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const (
	open int32 = iota
	claimed
	ready
)

type cell struct {
	state atomic.Int32
	owner int
	value string
}

func (c *cell) try(who int) bool {
	if !c.state.CompareAndSwap(open, claimed) {
		return false
	}
	c.owner = who
	c.value = fmt.Sprintf("made by %d", who)
	c.state.Store(ready)
	return true
}

func (c *cell) get() (string, bool) {
	if c.state.Load() != ready {
		return "", false
	}
	return c.value, c.owner >= 0
}

type table struct {
	cells [16]cell
}

func (t *table) work(who int) (won, seen int) {
	for i := range t.cells {
		c := &t.cells[(i*3+who)%len(t.cells)]
		if c.try(who) {
			won++
		}
		if _, ok := c.get(); ok {
			seen++
		}
	}
	return won, seen
}

func main() {
	t := &table{}
	var total atomic.Int64
	var wg sync.WaitGroup
	for who := range 4 {
		wg.Go(func() {
			won, _ := t.work(who)
			total.Add(int64(won))
		})
	}
	wg.Wait()
	fmt.Println(total.Load())
}
