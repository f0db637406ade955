// Package helpedtests has helpers that start goroutines for tests.
package helpedtests

import (
	"sync/atomic"
	"testing"
)

func report(t *testing.T, n *atomic.Int64) {
	go t.Logf("%d", n.Load())
	go func() { // want `^panic: nothing in TestLate waits for this goroutine, so it may call Logf when the test has ended \(test-log-after-end\)$`
		t.Logf("%d", n.Load())
	}()
}

func TestLate(t *testing.T) {
	var n atomic.Int64
	report(t, &n)
	if n.Load() != 0 {
		t.Error(n.Load())
	}
}

// The helper has the test wait at its end.
func watch(t *testing.T, stop chan struct{}) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-stop
		t.Log("stopped")
	}()
	t.Cleanup(func() {
		close(stop)
		<-done
	})
}

func TestWatched(t *testing.T) {
	watch(t, make(chan struct{}))
}

// The test waits, deferred.
type watcher struct {
	t          *testing.T
	stop, done chan struct{}
}

func newWatcher(t *testing.T) *watcher {
	w := &watcher{t, make(chan struct{}), make(chan struct{})}
	go func() {
		defer close(w.done)
		<-w.stop
		w.t.Log("stopped")
	}()
	return w
}

func (w *watcher) close() {
	close(w.stop)
	<-w.done
}

func TestClosed(t *testing.T) {
	w := newWatcher(t)
	defer w.close()
}
