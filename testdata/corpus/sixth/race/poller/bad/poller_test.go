package poller

import (
	"testing"
	"time"
)

func TestPoller(t *testing.T) {
	n := 0
	p := &Poller{Check: func() { n++ }, Interval: time.Millisecond}
	p.Start()
	time.Sleep(10 * time.Millisecond)
	p.Stop()
	if n == 0 {
		t.Fatal("never polled")
	}
}
