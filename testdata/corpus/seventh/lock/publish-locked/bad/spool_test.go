package spool

import (
	"errors"
	"testing"
	"time"
)

func TestSpooler(t *testing.T) {
	s := Start(PrinterFunc(func(j Job) error {
		time.Sleep(time.Millisecond)
		if j.Pages > 50 {
			return errors.New("out of paper")
		}
		return nil
	}), 2)
	for i := range 12 {
		owner := "eve"
		if i%3 == 0 {
			owner = "tom"
		}
		if _, err := s.Submit(owner, 5*i); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	if s.Failed() != 1 || s.Pages("tom") != 90 {
		t.Errorf("failed %d, tom %d", s.Failed(), s.Pages("tom"))
	}
	if _, err := s.Submit("tom", 1); !errors.Is(err, ErrClosed) {
		t.Errorf("late job: %v", err)
	}
}
