// Package hygro tests a hygrometer with a watcher beside it.
package hygro

import (
	"testing"
	"time"
)

func humidity(grams, litres int) int { return 100 * grams / (2 * litres) }

type watcher struct {
	t     *testing.T
	stop  chan struct{}
	ended chan struct{}
}

func watch(t *testing.T) {
	w := &watcher{t: t, stop: make(chan struct{}), ended: make(chan struct{})}
	go w.run()
	t.Cleanup(w.close)
}

func (w *watcher) run() {
	defer close(w.ended)
	start := time.Now()
	<-w.stop
	w.t.Logf("watched for %v", time.Since(start))
}

func (w *watcher) close() {
	close(w.stop)
	<-w.ended
}

func TestHumidity(t *testing.T) {
	watch(t)
	if got := humidity(10, 10); got != 50 {
		t.Errorf("humidity = %d", got)
	}
}
