package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type refresher struct {
	busy    sync.Mutex
	mu      sync.Mutex
	rows    []string
	skipped atomic.Int32
}

// refresh loads the rows unless somebody else does.
func (r *refresher) refresh(load func() []string) bool {
	if !r.busy.TryLock() {
		r.skipped.Add(1)
		return false
	}
	rows := load()
	if rows == nil {
		r.busy.Unlock()
		return false
	}
	r.mu.Lock()
	r.rows = rows
	r.mu.Unlock()
	r.busy.Unlock()
	return true
}

func (r *refresher) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.rows)
}

func main() {
	var r refresher
	var done atomic.Int32
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if r.refresh(func() []string {
				time.Sleep(time.Millisecond)
				return []string{"a", "b"}
			}) {
				done.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(done.Load()+r.skipped.Load(), r.count(), r.refresh(func() []string { return nil }))
}
