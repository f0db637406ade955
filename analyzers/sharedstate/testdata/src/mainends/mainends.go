// Package main reads without the lock in its last steps: the read should be
// reported.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu   sync.Mutex
	keys int
}

func main() {
	s := &shard{}
	go func() {
		s.mu.Lock()
		s.keys++
		s.mu.Unlock()
	}()
	fmt.Println(s.keys) // want `main reads s.keys without s.mu.*\(unlocked-field\)`
}
