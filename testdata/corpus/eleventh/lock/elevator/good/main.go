package main

import (
	"fmt"
	"sync"
)

const floors = 8

// Lift carries passengers between floors. The cabin goroutine sleeps while
// nobody has pressed a button.
type Lift struct {
	mu      sync.Mutex
	pressed *sync.Cond
	arrived *sync.Cond

	buttons [floors]bool
	visits  [floors]int
	at      int
	off     bool
}

func NewLift() *Lift {
	l := &Lift{}
	l.pressed = sync.NewCond(&l.mu)
	l.arrived = sync.NewCond(&l.mu)
	return l
}

// waitFor presses the button of a floor and returns when the cabin has
// stopped there.
func (l *Lift) waitFor(floor int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	seen := l.visits[floor]
	l.buttons[floor] = true
	l.pressed.Signal()
	for l.visits[floor] == seen {
		l.arrived.Wait()
	}
}

func (l *Lift) nextStop() (int, bool) {
	for d := range floors {
		if up := l.at + d; up < floors && l.buttons[up] {
			return up, true
		}
		if down := l.at - d; down >= 0 && l.buttons[down] {
			return down, true
		}
	}
	return 0, false
}

func (l *Lift) run() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	travelled := 0
	for {
		floor, ok := l.nextStop()
		for !ok && !l.off {
			l.pressed.Wait()
			floor, ok = l.nextStop()
		}
		if !ok {
			return travelled
		}
		travelled += max(floor-l.at, l.at-floor)
		l.at = floor
		l.buttons[floor] = false
		l.visits[floor]++
		l.arrived.Broadcast()
	}
}

func (l *Lift) switchOff() {
	l.mu.Lock()
	l.off = true
	l.mu.Unlock()
	l.pressed.Signal()
}

func main() {
	lift := NewLift()
	total := make(chan int)
	go func() { total <- lift.run() }()

	var wg sync.WaitGroup
	for p := range 12 {
		from, to := p%floors, (p*5+3)%floors
		wg.Add(1)
		go func() {
			defer wg.Done()
			lift.waitFor(from)
			lift.waitFor(to)
		}()
	}
	wg.Wait()
	lift.switchOff()
	fmt.Println("all passengers delivered, floors travelled:", <-total > 0)
}
