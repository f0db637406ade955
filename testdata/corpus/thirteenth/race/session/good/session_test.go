package session

import (
	"testing"
	"time"
)

func TestLapses(t *testing.T) {
	ended := make(chan string, 1)
	s := Begin("kim", 15*time.Millisecond, func(u string) { ended <- u })
	for range 10 {
		_ = s.Alive()
		time.Sleep(3 * time.Millisecond)
	}
	if u := <-ended; u != "kim" {
		t.Error(u)
	}
	if s.Alive() {
		t.Error("session outlived its lifetime")
	}
	if s.End() {
		t.Error("ended twice")
	}
}

func TestEndEarly(t *testing.T) {
	s := Begin("lee", time.Hour, nil)
	if !s.End() || !s.Alive() {
		t.Error("session should have been stopped before it lapsed")
	}
}
