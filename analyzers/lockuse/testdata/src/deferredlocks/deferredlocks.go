// Package main defers Lock where Unlock was meant.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) inc() {
	c.mu.Lock()
	defer c.mu.Lock() // want `^deadlock: defer c.mu.Lock\(\) takes the lock again at the end of inc, which holds it; Unlock was meant \(defer-lock\)`
	c.n++
}

func main() {
	c := &counter{}
	c.inc()
	fmt.Println(c.n)
}
