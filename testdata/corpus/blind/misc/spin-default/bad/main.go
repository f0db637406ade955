package main

import (
	"fmt"
	"time"
)

type lift struct {
	floor int
	calls chan int
	stop  chan struct{}
}

func (l *lift) run(done chan<- int) {
	for {
		select { // BUG: select-busy-loop
		case f := <-l.calls:
			l.floor = f
		case <-l.stop:
			done <- l.floor
			return
		default: // BUG: select-busy-loop
		}
	}
}

func main() {
	l := &lift{calls: make(chan int), stop: make(chan struct{})}
	done := make(chan int)
	go l.run(done)
	for _, f := range []int{3, 1, 4} {
		l.calls <- f
		time.Sleep(400 * time.Millisecond)
	}
	close(l.stop)
	fmt.Println(<-done)
}
