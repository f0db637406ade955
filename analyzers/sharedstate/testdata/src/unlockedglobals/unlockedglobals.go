// Package main reads a package variable without the lock that its writers hold.
package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	served int
)

func count() { served++ }

func serve() {
	mu.Lock()
	defer mu.Unlock()
	count()
}

func report() int {
	return served // want `^data race: report reads served without mu, which count holds when it writes served \(unlocked-global\)`
}

func main() {
	var wg sync.WaitGroup
	wg.Go(serve)
	wg.Go(func() { fmt.Println(report(), "requests served") })
	wg.Wait()
}
