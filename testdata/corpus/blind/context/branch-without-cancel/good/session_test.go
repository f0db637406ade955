package session

import (
	"errors"
	"testing"
	"time"
)

func TestOpen(t *testing.T) {
	s, err := Open("ann", "secret-ann")
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(5 * time.Millisecond)
	s.Close()
	if s.Beats() == 0 {
		t.Error("no heartbeat")
	}
}

func TestBadToken(t *testing.T) {
	if _, err := Open("bob", "1234"); !errors.Is(err, ErrAuth) {
		t.Error(err)
	}
}
