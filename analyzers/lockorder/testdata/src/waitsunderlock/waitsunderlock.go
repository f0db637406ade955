// Package main waits for workers with the lock held that they need.
package main

import (
	"fmt"
	"sync"
)

type batch struct {
	mu   sync.Mutex
	done int
}

func (b *batch) run(jobs []func()) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Go(func() {
			job()
			b.mu.Lock()
			b.done++
			b.mu.Unlock()
		})
	}
	wg.Wait() // want `^deadlock: run waits for .* while it holds b.mu, which the goroutine of waitsunderlock.go:19 needs at waitsunderlock.go:21.*\(wait-under-lock\)`
	return b.done
}

func main() {
	b := &batch{}
	fmt.Println(b.run([]func(){func() {}, func() {}}))
}
