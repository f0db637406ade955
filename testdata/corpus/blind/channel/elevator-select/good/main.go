package main

import (
	"fmt"
	"sync"
	"time"
)

type elevator struct {
	floor   int
	target  int
	calls   chan int
	arrived chan int
	quit    chan struct{}
	done    sync.WaitGroup
}

func newElevator() *elevator {
	e := &elevator{calls: make(chan int), arrived: make(chan int), quit: make(chan struct{})}
	e.done.Add(1)
	go e.run()
	return e
}

func (e *elevator) run() {
	defer e.done.Done()
	moving := false
	for {
		var calls chan int
		var arrived chan<- int
		switch {
		case moving && e.floor == e.target:
			arrived = e.arrived
		case !moving:
			calls = e.calls
		default:
			select {
			case <-e.quit:
				return
			default:
				time.Sleep(100 * time.Microsecond)
				if e.floor < e.target {
					e.floor++
				} else {
					e.floor--
				}
			}
			continue
		}
		select {
		case e.target = <-calls:
			moving = true
		case arrived <- e.floor:
			moving = false
		case <-e.quit:
			return
		}
	}
}

func (e *elevator) goTo(f int) int {
	e.calls <- f
	return <-e.arrived
}

func (e *elevator) stop() int {
	close(e.quit)
	e.done.Wait()
	return e.floor
}

func main() {
	e := newElevator()
	for _, f := range []int{3, 1, 1, 5} {
		fmt.Println(e.goTo(f))
	}
	e.calls <- 9
	if f := e.stop(); f < 5 || f > 9 {
		fmt.Println("wrong floor", f)
	}
}
