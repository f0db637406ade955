package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type rates struct {
	busy    sync.Mutex
	current atomic.Int64
	runs    int
}

func (r *rates) refresh() bool {
	if !r.busy.TryLock() {
		return false
	}
	defer r.busy.Unlock()
	time.Sleep(time.Millisecond)
	r.runs++
	r.current.Store(int64(r.runs) * 10)
	return true
}

func main() {
	var r rates
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() { r.refresh() })
	}
	wg.Wait()
	r.busy.Lock()
	defer r.busy.Unlock()
	fmt.Println(r.runs > 0, r.current.Load() > 0)
}
