// Package main counts goroutines that it does not start.
package main

import (
	"fmt"
	"sync"
)

func greetAll(names []string) {
	var wg sync.WaitGroup
	wg.Add(len(names))
	for _, name := range names {
		if name == "" {
			continue
		}
		go func() {
			defer wg.Done()
			fmt.Println("hello", name)
		}()
	}
	wg.Wait() // want `^deadlock: this Wait never ends: Add has counted more than there are calls of Done \(count-mismatch\)`
}

func main() { greetAll([]string{"ann", "", "bob"}) }
