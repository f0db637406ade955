package sensor

import (
	"testing"
	"time"
)

func TestObserve(t *testing.T) {
	s := NewSensor("roof", nil)
	for _, v := range []float64{20, 30, 40, 50} {
		s.Observe(v)
	}
	if got := s.String(); got != "roof: 40.0" {
		t.Errorf("got %q", got)
	}
}

func TestHot(t *testing.T) {
	var lines int
	s := NewSensor("oven", func(string, ...any) { lines++ })
	time.Sleep(time.Millisecond)
	s.Observe(180)
	if lines != 1 {
		t.Errorf("%d lines", lines)
	}
}
