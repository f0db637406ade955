// Package main polls plain variables that goroutines set after they have done something else.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

var done bool

type job struct {
	mu     sync.Mutex
	result int
	ready  bool
}

func (j *job) run() {
	j.mu.Lock()
	j.result = 42
	j.mu.Unlock()
	j.ready = true // related `^the other side: run writes j\.ready \(stop-flag\)$`
}

func (j *job) wait() {
	for !j.ready { // want `a loop polls j.ready, which run changes without any ordering.* \(stop-flag\)`
		runtime.Gosched()
	}
}

func main() {
	go func() {
		time.Sleep(100 * time.Millisecond)
		done = true // related `^the other side: the goroutine of polled\.go:33 writes done \(stop-flag\)$`
	}()
	j := new(job)
	go j.run()
	j.wait()
	for !done { // want `a loop polls done, which the goroutine of polled.go:\d+ changes without any ordering.* \(stop-flag\)`
	}
	fmt.Println(j.result)
}
