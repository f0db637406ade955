package cron

import (
	"testing"
	"time"
)

func TestOnce(t *testing.T) {
	s := Start()
	defer s.Stop()
	ran := make(chan ID, 1)
	id, err := s.Add(time.Millisecond, false, func(id ID, _ time.Time) { ran <- id })
	if err != nil {
		t.Fatal(err)
	}
	if got := <-ran; got != id || s.Len() != 0 {
		t.Errorf("job %d ran, %d left", got, s.Len())
	}
}

func TestRemoveItself(t *testing.T) {
	s := Start()
	defer s.Stop()
	removed := make(chan error, 8)
	_, err := s.Add(2*time.Millisecond, true, func(id ID, _ time.Time) {
		removed <- s.Remove(id) // BUG: send-no-receiver
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-removed; err != nil { // BUG: send-no-receiver
		t.Error(err)
	}
}
