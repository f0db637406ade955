// Package debounce calls a function when things are quiet again.
package debounce

import (
	"sync"
	"time"
)

// Debouncer waits for a pause.
type Debouncer struct {
	mu    sync.Mutex
	wait  time.Duration
	timer *time.Timer
}

// New makes a debouncer.
func New(wait time.Duration) *Debouncer { return &Debouncer{wait: wait} }

// Call calls f unless Call is used again in time.
func (d *Debouncer) Call(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
	}
	d.timer = time.AfterFunc(d.wait, f)
}
