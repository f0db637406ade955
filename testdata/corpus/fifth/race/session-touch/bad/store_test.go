package session

import (
	"testing"
	"time"
)

func TestTouchKeepsAlive(t *testing.T) {
	s := New(Options{MaxIdle: 10 * time.Second, Every: 200 * time.Microsecond})
	defer s.Close()
	id := s.Login("greta")
	for range 40 {
		if err := s.Touch(id); err != nil {
			t.Fatal(err)
		}
		time.Sleep(500 * time.Microsecond)
	}
	u, err := s.User(id)
	if err != nil || u != "greta" {
		t.Fatalf("got %q, %v", u, err)
	}
}

func TestUnknown(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	if err := s.Touch("nobody"); err != ErrNotFound {
		t.Fatal(err)
	}
	if n := s.Len(); n != 0 {
		t.Fatal(n)
	}
}
