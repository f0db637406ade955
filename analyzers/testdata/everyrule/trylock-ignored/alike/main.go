// Command robot lets several users steer one robot, one at a time.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var errBusy = errors.New("robot is busy")

type robot struct {
	mu    sync.Mutex
	steps int
}

func (r *robot) grab() bool { return r.mu.TryLock() }

func (r *robot) walk(n int) error {
	if !r.grab() {
		return errBusy
	}
	defer r.mu.Unlock()
	r.steps += n
	return nil
}

func (r *robot) idle() bool {
	ok := r.mu.TryLock()
	if ok {
		r.mu.Unlock()
	}
	return ok
}

func main() {
	r := &robot{}
	var walks atomic.Int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if r.walk(10) == nil {
				walks.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(r.idle(), r.steps == 10*int(walks.Load()))
}
