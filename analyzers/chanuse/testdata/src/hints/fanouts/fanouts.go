// Package main starts a goroutine for each item.
package main

import (
	"fmt"
	"os"
	"sync"
)

func resize(file string) { fmt.Println(file) }

func thumbnails(files []string) {
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Add(1)
		go func() { // want `a goroutine for each element: with many elements, as many run at once.*\(unbounded-fanout\)`
			defer wg.Done()
			resize(file)
		}()
	}
	wg.Wait()
}

type album struct {
	wg    sync.WaitGroup
	files map[string]int
}

func (a *album) resize(file string) {
	defer a.wg.Done()
	resize(file)
}

func (a *album) thumbnails() {
	for file := range a.files {
		a.wg.Add(1)
		go a.resize(file) // want `a goroutine for each element.*\(unbounded-fanout\)`
	}
	a.wg.Wait()
}

func main() {
	thumbnails(os.Args[1:])
	(&album{files: map[string]int{"c": 1}}).thumbnails()
}
