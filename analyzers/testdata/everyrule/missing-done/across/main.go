// Package main prints the pages of a newspaper on several presses.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var printed atomic.Int64

func finish(wg *sync.WaitGroup) {
	printed.Add(1)
	wg.Done()
}

func press(page, copies int, wg *sync.WaitGroup) {
	if copies == 0 {
		return // BUG
	}
	for range copies {
		_ = page
	}
	finish(wg)
}

func main() {
	var wg sync.WaitGroup
	for page, copies := range []int{3, 0, 2} {
		wg.Add(1)
		go press(page, copies, &wg)
	}
	wg.Wait()
	fmt.Println(printed.Load(), "pages")
}
