// Package main has package variables that goroutines share as they should.
package main

import (
	"fmt"
	"regexp"
	"sync"
	"sync/atomic"
)

var (
	word    = regexp.MustCompile(`\w+`)
	verbose bool
	sizes   = map[string]int{}
	visits  atomic.Int64

	mu     sync.Mutex
	served int
)

func init() {
	sizes["a"] = 1
}

// countLocked needs mu.
func countLocked() { served++ }

func serve() {
	mu.Lock()
	defer mu.Unlock()
	countLocked()
}

func report() int {
	mu.Lock()
	defer mu.Unlock()
	return served
}

func look(name string) {
	visits.Add(1)
	if verbose && word.MatchString(name) {
		fmt.Println(name, sizes[name])
	}
}

func main() {
	verbose = true
	sizes["b"] = 2
	var wg sync.WaitGroup
	wg.Go(serve)
	wg.Go(func() { fmt.Println(report()) })
	wg.Go(func() { look("a") })
	wg.Go(func() { look("b") })
	wg.Wait()
	fmt.Println(served, visits.Load())
}
