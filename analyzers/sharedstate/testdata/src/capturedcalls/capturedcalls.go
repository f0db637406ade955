// Package main shares variables through function values and helpers.
package main

import (
	"fmt"
	"sync"
)

// parallel starts what it is given.
func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(i)
		}()
	}
	wg.Wait()
}

func collect() []int {
	var list []int
	parallel(2, func(i int) {
		list = append(list, i) // related `^the other side: the goroutine of capturedcalls\.go:14 writes list \(concurrent-append\)$` // want `appends to list while another goroutine of .* appends to it.*\(concurrent-append\)`
	})
	return list
}

type group struct{ wg sync.WaitGroup }

func (g *group) run(f func()) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		f()
	}()
}

func best() int {
	top := 0
	var g group
	set := func(n int) {
		if n > top {
			top = n // related `^the other side: the goroutine of capturedcalls\.go:34 writes top \(captured-variable\)$` // want `data race: .* top, which.*\(captured-variable\)`
		}
	}
	g.run(func() { set(1) })
	g.run(func() { set(2) })
	g.wg.Wait()
	return top
}

func main() {
	fmt.Println(collect(), best())
}
