// Package main starts a goroutine for each item by wg.Go.
package main

import (
	"fmt"
	"sync"
)

type album struct {
	wg    sync.WaitGroup
	files map[string]int
}

func (a *album) resize(file string) { fmt.Println(file) }

func (a *album) thumbnails() {
	for file := range a.files {
		a.wg.Go(func() { a.resize(file) }) // want `a goroutine for each element.*\(unbounded-fanout\)`
	}
	a.wg.Wait()
}

func main() { (&album{files: map[string]int{"c": 1}}).thumbnails() }
