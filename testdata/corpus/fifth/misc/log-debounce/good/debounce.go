// Package debounce joins events that come shortly after each other.
package debounce

import (
	"sync"
	"time"
)

// Debouncer calls its function when there was no event for a while.
type Debouncer struct {
	quiet time.Duration
	fire  func(events int)
	kicks chan struct{}
	quit  chan struct{}
	once  sync.Once
	done  sync.WaitGroup
}

// New starts a Debouncer. fire runs on its goroutine, never twice at a time.
func New(quiet time.Duration, fire func(events int)) *Debouncer {
	d := &Debouncer{
		quiet: quiet,
		fire:  fire,
		kicks: make(chan struct{}),
		quit:  make(chan struct{}),
	}
	d.done.Add(1)
	go d.loop()
	return d
}

// Kick notes an event. After Close it does nothing.
func (d *Debouncer) Kick() {
	select {
	case d.kicks <- struct{}{}:
	case <-d.quit:
	}
}

func (d *Debouncer) loop() {
	defer d.done.Done()
	var (
		n     int
		timer *time.Timer
		due   <-chan time.Time // nil while nothing is pending
	)
	for {
		select {
		case <-d.kicks:
			n++
			if timer == nil {
				timer = time.NewTimer(d.quiet)
			} else {
				timer.Reset(d.quiet)
			}
			due = timer.C
		case <-due:
			d.fire(n)
			n, due = 0, nil
		case <-d.quit:
			if timer != nil {
				timer.Stop()
			}
			if n > 0 {
				d.fire(n)
			}
			return
		}
	}
}

// Close delivers what is pending and waits for it. fire must not call Close.
func (d *Debouncer) Close() error {
	d.once.Do(func() { close(d.quit) })
	d.done.Wait()
	return nil
}
