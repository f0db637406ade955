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
}

func (l *lamp) rotate() {
	for {
		select {
		case <-l.quit:
			return
		case <-time.After(300 * time.Microsecond):
			l.turns++ // BUG: data-race
		}
	}
}

func main() {
	l := &lamp{name: "Rubjerg", quit: make(chan struct{})}
	go l.rotate() // BUG: data-race
	time.Sleep(20 * time.Millisecond)
	close(l.quit)
	if l.turns > 0 { // BUG: data-race
		fmt.Println(l.name, "was lit")
	}
}
