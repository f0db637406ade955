// Package main polls a plain flag, and the program does something else before it sets it.
package main

import (
	"fmt"
	"sync"
)

type gauge struct{ stopped bool }

func (g *gauge) show() {
	for !g.stopped { // want `a loop polls g.stopped, which stop changes without any ordering.*\(stop-flag\)`
		fmt.Println("up")
	}
}

func (g *gauge) stop() { g.stopped = true }

func main() {
	g := &gauge{}
	var wg sync.WaitGroup
	wg.Go(g.show)
	wg.Go(func() { fmt.Println("beside") })
	g.stop()
	wg.Wait()
}
