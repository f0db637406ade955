package main

import (
	"fmt"
	"sync"
)

type direction int

func (d direction) String() string { return [...]string{"down", "idle", "up"}[d+1] }

type request struct {
	floor int
	done  chan<- int
}

// Lift has one car, served by its own goroutine.
type Lift struct {
	mu    sync.Mutex
	floor int
	dir   direction
	trips int
	calls map[int]int

	reqs chan request
	wg   sync.WaitGroup
}

func NewLift() *Lift {
	l := &Lift{reqs: make(chan request), calls: make(map[int]int)}
	l.wg.Add(1)
	go l.car()
	return l
}

func (l *Lift) move(to int) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case to > l.floor:
		l.dir = 1
	case to < l.floor:
		l.dir = -1
	default:
		l.dir = 0
	}
	l.floor = to
	l.trips++
	return to
}

func (l *Lift) car() {
	defer l.wg.Done()
	for r := range l.reqs {
		r.done <- l.move(r.floor)
	}
}

// Call orders the car and waits for it.
func (l *Lift) Call(floor int) int {
	done := make(chan int, 1)
	l.mu.Lock()
	l.calls[floor]++
	l.mu.Unlock()
	l.reqs <- request{floor, done}
	return <-done
}

func (l *Lift) Stop() {
	close(l.reqs)
	l.wg.Wait()
}

func main() {
	l := NewLift()
	var people sync.WaitGroup
	for p := range 5 {
		people.Add(1)
		go func() {
			defer people.Done()
			for i := range 40 {
				want := (p*3 + i) % 7
				if got := l.Call(want); got != want {
					fmt.Println("wrong floor", got)
				}
			}
		}()
	}
	people.Wait()
	l.Stop()
	fmt.Println(l.trips, "trips")
}
