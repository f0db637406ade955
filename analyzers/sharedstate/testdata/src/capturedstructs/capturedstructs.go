// Package main captures a struct variable, and its parts.
package main

import (
	"fmt"
	"sync"
)

type point struct{ x, y int }

func whole() point {
	var p point
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		p = point{1, 2} // want `data race: .*p.*\(captured-variable\)`
	}()
	p.x = 3
	wg.Wait()
	return p
}

// before reads what the goroutine writes, before it waits.
func before() int {
	results := make(map[string]int)
	var wg sync.WaitGroup
	wg.Go(func() {
		results["a"] = 1 // want `data race: .*results.*\(captured-variable\)`
	})
	n := len(results)
	wg.Wait()
	return n
}

func main() { fmt.Println(whole(), before()) }
