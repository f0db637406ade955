// Package elevator simulates one elevator.
package elevator

import (
	"sync"
	"time"
)

// State is what the elevator is doing.
type State int

// The states.
const (
	Idle State = iota
	Up
	Down
)

func (s State) String() string { return [...]string{"idle", "up", "down"}[s] }

// Elevator goes to the floors it is called to.
type Elevator struct {
	mu    sync.Mutex
	floor int
	state State
	calls chan int
	done  chan struct{}
}

// Start makes an elevator that waits on the ground floor.
func Start() *Elevator {
	e := &Elevator{
		calls: make(chan int, 8),
		done:  make(chan struct{}),
	}
	go e.run()
	return e
}

func (e *Elevator) run() {
	defer close(e.done)
	for target := range e.calls {
		for e.step(target) {
			time.Sleep(100 * time.Microsecond)
		}
	}
}

// step moves one floor and tells if there is more to go.
func (e *Elevator) step(target int) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case e.floor < target:
		e.state = Up
		e.floor++
	case e.floor > target:
		e.state = Down
		e.floor--
	default:
		e.state = Idle
		return false
	}
	return true
}

// Call asks the elevator to come to a floor.
func (e *Elevator) Call(floor int) { e.calls <- floor }

// Where returns the current floor and state.
func (e *Elevator) Where() (int, State) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.floor, e.state
}

// Stop waits until all calls are served.
func (e *Elevator) Stop() {
	close(e.calls)
	<-e.done
}
