// Package main waits for workers that get the lock, or do not need the one that
// is held.
package main

import (
	"fmt"
	"sync"
)

type batch struct {
	mu   sync.Mutex
	done int
	runs sync.Mutex // held during a whole run, so that there is one at a time
}

func (b *batch) run(jobs []func()) int {
	b.runs.Lock()
	defer b.runs.Unlock()
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Go(func() {
			job()
			b.mu.Lock()
			b.done++
			b.mu.Unlock()
		})
	}
	wg.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.done
}

// early has workers that are done before they ask for the lock.
func (b *batch) early() {
	var wg sync.WaitGroup
	ended := make(chan struct{})
	b.mu.Lock()
	wg.Add(1)
	go func() {
		defer close(ended)
		wg.Done()
		b.mu.Lock()
		b.done++
		b.mu.Unlock()
	}()
	wg.Wait()
	b.mu.Unlock()
	<-ended
}

func main() {
	b := &batch{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fmt.Println(b.run([]func(){func() {}})) })
	}
	wg.Wait()
	b.early()
}
