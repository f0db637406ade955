// Package main polls atomics, and looks at what they order only after that.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type job struct {
	mu     sync.Mutex
	result int
	ready  atomic.Bool
}

func (j *job) run() {
	j.mu.Lock()
	j.result = 42
	j.mu.Unlock()
	j.ready.Store(true)
}

func (j *job) wait() int {
	for !j.ready.Load() {
		runtime.Gosched()
	}
	return j.result
}

func main() {
	var stop atomic.Bool
	var wg sync.WaitGroup
	wg.Go(func() {
		turns := 0
		for !stop.Load() {
			turns++
		}
		fmt.Println(turns)
	})
	wg.Go(func() {
		for !stop.Load() {
		}
	})
	j := new(job)
	go j.run()
	fmt.Println(j.wait())
	stop.Store(true)
	wg.Wait()
}
