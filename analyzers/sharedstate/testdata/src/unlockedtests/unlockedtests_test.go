// Package unlockedtests races between a test and the goroutine that it starts.
package unlockedtests

import (
	"sync"
	"testing"
)

type recorder struct {
	mu    sync.Mutex
	lines []string
}

func (r *recorder) add(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines = append(r.lines, line)
}

func TestRecorder(t *testing.T) {
	r := &recorder{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.add("from the goroutine")
	}()
	r.add("from the test")
	if len(r.lines) == 0 { // want `^data race: TestRecorder reads r.lines without r.mu.*\(unlocked-field\)`
		t.Error("nothing recorded")
	}
	<-done
}
