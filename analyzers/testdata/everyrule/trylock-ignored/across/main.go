// Command robot lets several users steer one robot.
package main

import (
	"fmt"
	"sync"
)

type robot struct {
	mu    sync.Mutex
	steps int
}

func (r *robot) grab() {
	r.mu.TryLock() // BUG
}

func (r *robot) release() {
	r.mu.Unlock() // also unlock-of-unlocked
}

func (r *robot) walk(n int) {
	r.grab()
	defer r.release()
	for range n {
		r.steps++ // also unlocked-field
	}
}

func main() {
	r := &robot{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { r.walk(10000) })
	}
	wg.Wait()
	fmt.Println("steps:", r.steps)
}
