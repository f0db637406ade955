package main

import (
	"fmt"
	"sync"
	"time"
)

// Debouncer calls f once when the triggers have calmed down.
type Debouncer struct {
	mu      sync.Mutex
	wait    time.Duration
	timer   *time.Timer
	pending int
	f       func(n int)
}

func NewDebouncer(wait time.Duration, f func(int)) *Debouncer {
	return &Debouncer{wait: wait, f: f}
}

func (d *Debouncer) Trigger() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pending++
	if d.timer != nil {
		d.timer.Stop()
	}
	d.timer = time.AfterFunc(d.wait, d.fire)
}

func (d *Debouncer) fire() {
	d.mu.Lock()
	n := d.pending
	d.pending = 0
	d.timer = nil
	d.mu.Unlock()
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
