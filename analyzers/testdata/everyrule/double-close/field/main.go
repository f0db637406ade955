// Package main lets any of two ushers end a theatre evening.
package main

import (
	"fmt"
	"sync"
	"time"
)

type stage struct {
	house struct {
		curtain chan struct{}
	}
}

func (s *stage) end() {
	close(s.house.curtain) // BUG
}

func usher(s *stage, after time.Duration) {
	select {
	case <-time.After(after):
		s.end()
	case <-s.house.curtain:
	}
}

func main() {
	s := new(stage)
	s.house.curtain = make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { usher(s, 10*time.Millisecond) })
	wg.Go(func() { usher(s, 10*time.Millisecond) })
	<-s.house.curtain
	wg.Wait()
	fmt.Println("good night")
}
