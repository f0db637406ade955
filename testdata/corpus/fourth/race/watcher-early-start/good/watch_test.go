package watch

import (
	"strconv"
	"sync/atomic"
	"testing"
	"time"
)

func TestChange(t *testing.T) {
	var n atomic.Int64
	seen := make(chan string, 100)
	w := New(
		func() string { return strconv.FormatInt(n.Load()/3, 10) },
		Every(time.Millisecond),
		OnChange(func(_, s string) {
			select {
			case seen <- s:
			default:
			}
		}),
	)
	for range 12 {
		n.Add(1)
		time.Sleep(time.Millisecond)
	}
	w.Stop()
	if len(seen) == 0 {
		t.Log("slow machine: no change seen")
	}
}
