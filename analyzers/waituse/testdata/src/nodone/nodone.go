// Package main has a goroutine that never calls Done.
package main

import (
	"fmt"
	"sync"
)

func greet(name string) { fmt.Println("hello", name) }

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go greet("ann")
	wg.Wait() // want `^deadlock: this Wait never ends, because nobody calls Done on this group \(missing-done\)`
}
