// Command license counts how often a license was checked.
package main

import (
	"fmt"
	"sync"
)

var checks int

func guarded(mu *sync.Mutex, f func()) {
	mu.Lock()
	defer mu.Unlock()
	f()
}

func check(key string) bool {
	var mu sync.Mutex     // BUG?
	guarded(&mu, func() { // BUG?
		checks++ // BUG wrong-lock
	})
	return len(key) == 8
}

func main() {
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { check("A1B2C3D4") })
	}
	wg.Wait()
	fmt.Println("checks:", checks)
}
