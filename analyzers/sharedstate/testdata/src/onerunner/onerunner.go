// Package onerunner has a loop that one goroutine runs, and that alone calls what locks.
package onerunner

import (
	"sync"
	"time"
)

// A Detector looks at objects again and again.
type Detector interface {
	Add(object any)
	Run(stop <-chan struct{})
}

func New() Detector { return &detector{} }

type detector struct {
	compareMu sync.Mutex
	addMu     sync.Mutex
	added     []any
	cached    []any
	old       []any
	rotated   time.Time
}

func (d *detector) Run(stop <-chan struct{}) {
	for {
		if time.Since(d.rotated) > time.Minute {
			d.old = d.cached
			d.cached = nil
			d.rotated = time.Now()
		}
		d.Compare()
		select {
		case <-stop:
			return
		case <-time.After(time.Second):
		}
	}
}

func (d *detector) Add(object any) {
	d.addMu.Lock()
	defer d.addMu.Unlock()
	d.added = append(d.added, object)
}

// Compare is in no interface, so Run alone calls it.
func (d *detector) Compare() {
	d.compareMu.Lock()
	defer d.compareMu.Unlock()
	d.addMu.Lock()
	d.cached = append(d.cached, d.added...)
	d.added = nil
	d.addMu.Unlock()
	for i, o := range d.old {
		if o == nil {
			d.old[i] = 0
		}
	}
}
