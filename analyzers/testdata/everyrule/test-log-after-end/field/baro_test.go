// Package baro tests a barometer with a watcher beside it.
package baro

import (
	"testing"
	"time"
)

func pressure(metres int) int { return 1013 - metres/8 }

type watcher struct {
	t    *testing.T
	stop chan struct{}
}

func newWatcher(t *testing.T) *watcher {
	w := &watcher{t: t, stop: make(chan struct{})}
	go w.run() // BUG?
	return w
}

func (w *watcher) run() {
	start := time.Now()
	<-w.stop
	w.t.Logf("watched for %v", time.Since(start)) // BUG
}

func TestPressure(t *testing.T) {
	w := newWatcher(t)
	defer close(w.stop)
	if got := pressure(80); got != 1003 {
		t.Errorf("pressure = %d", got)
	}
}

func TestSeaLevel(t *testing.T) {
	time.Sleep(20 * time.Millisecond)
	if got := pressure(0); got != 1013 {
		t.Errorf("pressure = %d", got)
	}
}
