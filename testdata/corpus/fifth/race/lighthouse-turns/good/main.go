package main

import (
	"fmt"
	"time"
)

// lamp turns until somebody shuts it down.
type lamp struct {
	name  string
	turns int
	quit  chan struct{}
	gone  chan struct{}
}

func (l *lamp) rotate() {
	defer close(l.gone)
	for {
		select {
		case <-l.quit:
			return
		case <-time.After(300 * time.Microsecond):
			l.turns++
		}
	}
}

func main() {
	l := &lamp{name: "Rubjerg", quit: make(chan struct{}), gone: make(chan struct{})}
	go l.rotate()
	time.Sleep(20 * time.Millisecond)
	close(l.quit)
	<-l.gone
	if l.turns > 0 {
		fmt.Println(l.name, "was lit")
	}
}
