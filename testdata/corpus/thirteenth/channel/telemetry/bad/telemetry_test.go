package telemetry

import (
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func TestEverythingIsShipped(t *testing.T) {
	before := runtime.NumGoroutine()
	var got atomic.Int64
	sink := SinkFunc(func(p []Point) { got.Add(int64(len(p))) })
	for range 5 {
		b := NewBatcher(sink, 4, 10*time.Millisecond)
		for i := range 10 {
			b.Add(Point{"load", float64(i)})
		}
		b.Close()
	}
	if n := got.Load(); n != 50 {
		t.Errorf("shipped %d of 50", n)
	}
	time.Sleep(50 * time.Millisecond)
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines before, %d after", before, n)
	}
}
