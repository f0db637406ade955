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
	p.x = 3 // related `^the other side: whole writes p\.x \(captured-variable\)$`
	wg.Wait()
	return p
}

// before reads what the goroutine writes, before it waits.
func before() int {
	results := make(map[string]int)
	var wg sync.WaitGroup
	wg.Go(func() {
		results["a"] = 1 // related `^the other side: the goroutine of capturedstructs\.go:28 writes results \(read-before-wait\)$`
	})
	n := len(results) // want `data race: results is read before the Wait .*which writes it \(read-before-wait\)`
	wg.Wait()
	return n
}

func main() { fmt.Println(whole(), before()) }
