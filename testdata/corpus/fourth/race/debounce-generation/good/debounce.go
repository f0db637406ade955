// Package debounce calls a function once things have calmed down.
package debounce

import (
	"sync"
	"time"
)

// Debouncer collects strings and hands them over after a time of silence.
type Debouncer struct {
	quiet time.Duration
	emit  func([]string)

	mu      sync.Mutex
	pending []string
	timer   *time.Timer
	gen     int // of the timer that counts
	closed  bool
}

// New returns a debouncer. emit is called by timers, without any lock.
func New(quiet time.Duration, emit func([]string)) *Debouncer {
	return &Debouncer{quiet: quiet, emit: emit}
}

// Add collects s and starts to wait for silence anew.
func (d *Debouncer) Add(s string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return
	}
	d.pending = append(d.pending, s)
	if d.timer != nil {
		d.timer.Stop() // it may be too late for that, hence gen
	}
	d.gen++
	gen := d.gen
	d.timer = time.AfterFunc(d.quiet, func() { d.fire(gen) })
}

func (d *Debouncer) fire(gen int) {
	d.mu.Lock()
	if gen != d.gen || d.closed {
		d.mu.Unlock()
		return
	}
	out := d.pending
	d.pending = nil
	d.mu.Unlock()
	d.emit(out)
}

// Close drops what is pending.
func (d *Debouncer) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	if d.timer != nil {
		d.timer.Stop()
	}
}
