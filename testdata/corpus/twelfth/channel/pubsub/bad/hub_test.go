package hub

import (
	"context"
	"testing"
)

type sample struct {
	name  string
	value float64
}

func TestStream(t *testing.T) {
	h := New[sample]()
	ch, cancel := h.Subscribe(2)
	for i := range 3 {
		h.Publish(sample{"load", float64(i)})
	}
	if h.Dropped() != 1 {
		t.Errorf("dropped %d", h.Dropped())
	}
	if s := <-ch; s.value != 0 {
		t.Errorf("first sample %v", s)
	}
	cancel()
	cancel()
	<-ch
	if _, ok := <-ch; ok {
		t.Error("channel still open")
	}
	h.Close()
	for range h.Stream(context.Background(), 1) {
		t.Error("sample from closed hub")
	}
}
