// Package stopfields polls a plain field that another method sets.
package stopfields

import (
	"runtime"
	"testing"
)

type poller struct {
	stopped bool
	done    chan struct{}
}

func (p *poller) run() {
	for !p.stopped { // want `data race: a loop polls p.stopped, which stop changes without any ordering: the loop may never see it \(stop-flag\)`
		runtime.Gosched()
	}
	close(p.done)
}

func (p *poller) stop() { p.stopped = true }

func TestPoller(t *testing.T) {
	p := &poller{done: make(chan struct{})}
	go p.run()
	p.stop()
	<-p.done
}
