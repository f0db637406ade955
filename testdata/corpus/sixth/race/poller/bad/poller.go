// Package poller calls a function again and again.
package poller

import (
	"time"
)

// Poller calls Check until it is stopped.
type Poller struct {
	Check    func()
	Interval time.Duration
	stopped  bool
	finished chan struct{}
}

// Start begins to poll.
func (p *Poller) Start() {
	p.finished = make(chan struct{})
	go p.run()
}

func (p *Poller) run() {
	defer close(p.finished)
	for !p.stopped { // BUG: data-race
		p.Check()
		time.Sleep(p.Interval)
	}
}

// Stop ends the polling and waits for the last check.
func (p *Poller) Stop() {
	p.stopped = true // BUG: data-race
	<-p.finished
}
