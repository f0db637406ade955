package poller

import (
	"context"
	"testing"
	"time"
)

func TestLatest(t *testing.T) {
	n := 0
	p := New(func(context.Context) (int, error) {
		n++
		return n, nil
	}, time.Millisecond)
	if v, err := p.Latest(); v < 1 || err != nil {
		t.Error(v, err)
	}
	time.Sleep(10 * time.Millisecond)
	p.Close()
	p.Close()
	if v, _ := p.Latest(); v != n {
		t.Errorf("latest %d, polled %d", v, n)
	}
}
