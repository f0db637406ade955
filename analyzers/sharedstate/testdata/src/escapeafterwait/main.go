// Package main is correct: it must get no report.
package main

import "sync"

type run struct {
	mu sync.Mutex
	wg sync.WaitGroup
	m  map[int]int
}

func (r *run) start() {
	for i := range 3 {
		r.wg.Go(func() {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.m[i] = i
		})
	}
}

func (r *run) results() map[int]int {
	r.wg.Wait() // nobody writes any more
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.m
}

func main() {
	r := &run{m: map[int]int{}}
	r.start()
	println(len(r.results()))
}
