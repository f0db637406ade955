// Package debounce delays an action until calls have stopped for a while.
package debounce

import (
	"sync"
	"time"
)

// Debouncer runs its action once per burst of calls.
type Debouncer struct {
	quiet  time.Duration
	action func(calls int)

	mu     sync.Mutex
	timer  *time.Timer
	gen    uint64
	calls  int
	closed bool
}

// New returns a debouncer; action runs on its own goroutine.
func New(quiet time.Duration, action func(calls int)) *Debouncer {
	return &Debouncer{quiet: quiet, action: action}
}

// Call postpones the action once more.
func (d *Debouncer) Call() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return
	}
	if d.timer != nil {
		d.timer.Stop()
	}
	d.gen++
	d.calls++
	gen := d.gen
	d.timer = time.AfterFunc(d.quiet, func() { d.fire(gen) })
}

func (d *Debouncer) fire(gen uint64) {
	d.mu.Lock()
	if gen != d.gen || d.closed {
		d.mu.Unlock()
		return
	}
	n := d.calls
	d.calls = 0
	d.mu.Unlock()
	d.action(n)
}

// Close drops a pending action.
func (d *Debouncer) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	if d.timer != nil {
		d.timer.Stop()
	}
}
