// Package main makes a new lock for each call, which keeps nobody out.
package main

import (
	"fmt"
	"sync"
)

type score struct{ points int }

func add(mu *sync.Mutex, s *score, n int) {
	mu.Lock()
	defer mu.Unlock()
	s.points += n // want `add writes s.points holding .*, and another call of add writes it holding another .*: each has a lock of its own, so neither keeps the other out \(wrong-lock\)`
}

func play(s *score, n int) {
	var mu sync.Mutex
	add(&mu, s, n)
}

func main() {
	s := &score{}
	var wg sync.WaitGroup
	wg.Go(func() { play(s, 1) })
	wg.Go(func() { play(s, 2) })
	wg.Wait()
	fmt.Println(s.points)
}
