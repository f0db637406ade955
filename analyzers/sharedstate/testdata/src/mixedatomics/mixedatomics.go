// Package main counts with sync/atomic and reads plainly.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type stats struct{ requests int64 }

func (s *stats) hit() { atomic.AddInt64(&s.requests, 1) }

func (s *stats) count() int64 {
	return s.requests // want `^data race: count reads s.requests plainly, while hit uses it with sync/atomic.*\(mixed-atomic\)`
}

func main() {
	s := &stats{}
	var wg sync.WaitGroup
	wg.Go(s.hit)
	fmt.Println(s.count())
	wg.Wait()
}
