package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

type spinner struct {
	stopped atomic.Bool
	turns   int
	done    chan bool
}

func (s *spinner) run() {
	for !s.stopped.Load() {
		s.turns++
		time.Sleep(100 * time.Microsecond)
	}
	s.done <- true
}

func main() {
	s := &spinner{done: make(chan bool)}
	go s.run()
	time.Sleep(5 * time.Millisecond)
	s.stopped.Store(true)
	<-s.done
	fmt.Println("spun:", s.turns > 0)
}
