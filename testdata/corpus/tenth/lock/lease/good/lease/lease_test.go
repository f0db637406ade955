package lease

import (
	"errors"
	"testing"
	"time"

	"tenth/lock/lease/good/member"
)

func TestFailover(t *testing.T) {
	l := member.NewList()
	m := NewManager(l)
	t0 := time.Unix(100, 0)
	l.Beat("a", t0)
	l.Beat("b", t0.Add(time.Minute))
	if err := m.Acquire("cron", "a"); err != nil {
		t.Fatal(err)
	}
	if err := m.Acquire("cron", "b"); !errors.Is(err, ErrHeld) {
		t.Fatal(err)
	}
	if n := l.Expire(t0.Add(time.Second)); n != 1 {
		t.Fatal(n, "expired")
	}
	if err := m.Acquire("cron", "a"); err == nil {
		t.Fatal("a dead node leads")
	}
	if err := m.Acquire("cron", "b"); err != nil {
		t.Fatal(err)
	}
	if n, _ := m.Leader("cron"); n != "b" {
		t.Error(n)
	}
	if n := l.Nodes(); len(n) != 1 || n[0] != "b" {
		t.Error(n)
	}
}
