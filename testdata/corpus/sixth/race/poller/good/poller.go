// Package poller calls a function again and again.
package poller

import (
	"sync/atomic"
	"time"
)

// Poller calls Check until it is stopped.
type Poller struct {
	Check    func()
	Interval time.Duration
	stopped  atomic.Bool
	finished chan struct{}
}

// Start begins to poll.
func (p *Poller) Start() {
	p.finished = make(chan struct{})
	go p.run()
}

func (p *Poller) run() {
	defer close(p.finished)
	for !p.stopped.Load() {
		p.Check()
		time.Sleep(p.Interval)
	}
}

// Stop ends the polling and waits for the last check.
func (p *Poller) Stop() {
	p.stopped.Store(true)
	<-p.finished
}
