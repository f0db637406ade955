package main

import (
	"fmt"
	"time"
)

type spinner struct {
	stopped bool // BUG: data-race
	turns   int
	done    chan bool
}

func (s *spinner) run() {
	for !s.stopped { // BUG: data-race
		s.turns++
		time.Sleep(100 * time.Microsecond)
	}
	s.done <- true
}

func main() {
	s := &spinner{done: make(chan bool)}
	go s.run() // BUG: data-race
	time.Sleep(5 * time.Millisecond)
	s.stopped = true // BUG: data-race
	<-s.done
	fmt.Println("spun:", s.turns > 0)
}
