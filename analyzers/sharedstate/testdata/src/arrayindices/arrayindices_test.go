// Package arrayindices ranges over the indices of arrays, which reads none of their elements,
// and over the elements.
package arrayindices

import (
	"sync"
	"sync/atomic"
	"testing"
)

type cell struct {
	taken atomic.Bool
	owner int
}

type table struct{ cells [4]cell }

func (t *table) take(who int) {
	for i := range t.cells {
		if c := &t.cells[i]; c.taken.CompareAndSwap(false, true) {
			c.owner = who
		}
	}
}

func TestTake(t *testing.T) {
	var all table
	var wg sync.WaitGroup
	for who := range 2 {
		wg.Go(func() { all.take(who) })
	}
	wg.Wait()
}

var board [2][2]int

func TestRows(t *testing.T) {
	var wg sync.WaitGroup
	for y := range board {
		wg.Go(func() {
			for x := range board[y] {
				board[y][x]++
			}
		})
	}
	wg.Wait()
}

func TestElements(t *testing.T) {
	done := make(chan bool)
	go func() {
		board[0][1] = 1 // want `data race: the goroutine of arrayindices_test.go:\d+ writes board\[0\]\[1\] while TestElements reads it.* \(unlocked-global\)`
		close(done)
	}()
	sum := 0
	for _, row := range board {
		sum += row[0]
	}
	<-done
}
