//go:build go1.21

// Command ping asks all mirrors of a server whether they are there.
package main

import (
	"fmt"
	"sync"
)

type group struct {
	wg sync.WaitGroup
}

func (g *group) start(task func()) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		task()
	}()
}

func ping(host string) {
	fmt.Println(host, "answers")
}

func main() {
	mirrors := []string{"eu.example.org", "us.example.org", "jp.example.org"}
	var g group
	for _, host := range mirrors { // BUG captured-variable
		g.start(func() {
			ping(host) // BUG?
		})
	}
	g.wg.Wait()
}
