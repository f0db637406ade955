package poller

import (
	"testing"
	"time"
)

func TestStop(t *testing.T) {
	n := 0
	p := Start(SourceFunc(func() (int, error) { n++; return n, nil }))
	if v := <-p.Values(); v != 1 {
		t.Errorf("got %d", v)
	}
	p.Stop()
	<-p.Done()
}

func TestGone(t *testing.T) {
	p := Start(SourceFunc(func() (int, error) { return 0, ErrGone }), Every(2*time.Millisecond))
	<-p.Done()
	p.Stop()
}
