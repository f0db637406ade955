package main

import (
	"fmt"
	"time"
)

// Debouncer calls f once when the triggers have calmed down.
type Debouncer struct {
	wait    time.Duration
	timer   *time.Timer
	pending int
	f       func(n int)
}

func NewDebouncer(wait time.Duration, f func(int)) *Debouncer {
	return &Debouncer{wait: wait, f: f}
}

func (d *Debouncer) Trigger() {
	d.pending++         // BUG: data-race
	if d.timer != nil { // BUG: data-race
		d.timer.Stop()
	}
	d.timer = time.AfterFunc(d.wait, d.fire) // BUG: data-race
}

func (d *Debouncer) fire() {
	n := d.pending // BUG: data-race
	d.pending = 0  // BUG: data-race
	d.timer = nil  // BUG: data-race
	if n > 0 {
		d.f(n)
	}
}

func main() {
	calls := make(chan int, 20)
	d := NewDebouncer(time.Millisecond, func(n int) { calls <- n })
	for i := range 10 {
		d.Trigger()
		if i%3 == 0 {
			time.Sleep(2 * time.Millisecond)
		}
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println("saved:", len(calls) > 0)
}
