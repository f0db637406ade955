// Package main lets the singers of a choir warm up together.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type singer struct {
	name string
	ill  bool
}

var notes atomic.Int64

func warmUp(s singer, wg *sync.WaitGroup) {
	defer wg.Done()
	notes.Add(int64(len(s.name)))
}

func start(choir []singer, wg *sync.WaitGroup) {
	for _, s := range choir {
		if s.ill {
			continue // BUG?
		}
		go warmUp(s, wg)
	}
}

func main() {
	choir := []singer{{"Anna", false}, {"Bo", true}, {"Carl", false}}
	var wg sync.WaitGroup
	wg.Add(len(choir)) // BUG?
	start(choir, &wg)
	wg.Wait() // BUG?
	fmt.Println(notes.Load(), "notes")
}
