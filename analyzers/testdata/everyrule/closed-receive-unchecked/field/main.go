// Package main adds up the delays of trains until the station shuts.
package main

import (
	"fmt"
	"time"
)

type station struct {
	delays chan int
	shut   chan struct{}
	sum    int
	turns  int
}

func (s *station) arrivals(delays ...int) {
	for _, d := range delays {
		s.delays <- d
	}
	close(s.delays)
	time.Sleep(20 * time.Millisecond)
	close(s.shut)
}

func (s *station) watch() {
	for {
		select {
		case d := <-s.delays: // BUG
			s.sum += d
			s.turns++
		case <-s.shut:
			return
		}
	}
}

func main() {
	s := &station{delays: make(chan int), shut: make(chan struct{})}
	go s.arrivals(3, 0, 12)
	s.watch()
	fmt.Println(s.sum, "minutes in", s.turns, "turns")
}
