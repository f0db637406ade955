package lease

import (
	"errors"
	"testing"
	"time"
)

func TestTakeTurns(t *testing.T) {
	s := NewStore(100 * time.Millisecond)
	a := NewCandidate("a", s, 2*time.Millisecond)
	b := NewCandidate("b", s, 2*time.Millisecond)
	if !a.Campaign() || b.Campaign() {
		t.Fatal(s.Holder())
	}
	time.Sleep(10 * time.Millisecond)
	if err := a.StepDown(); err != nil {
		t.Fatal(err)
	}
	if err := a.StepDown(); !errors.Is(err, ErrNotLeader) {
		t.Fatal(err)
	}
	if !b.Campaign() || !b.Leads() || a.Leads() {
		t.Fatal(s.Holder())
	}
	if err := b.StepDown(); err != nil {
		t.Fatal(err)
	}
}
