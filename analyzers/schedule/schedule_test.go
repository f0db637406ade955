package schedule_test

import (
	"testing"

	"interleave/analyzers/schedule"
	"interleave/analyzers/witness"
)

var transfer = witness.Witness{
	Goroutines: []witness.Goroutine{{Name: "transfer(a, b)"}, {Name: "transfer(b, a)"}},
	Steps: []witness.Step{
		{Goroutine: 0, Moment: 1, Action: "a.mu.Lock()", Held: []string{"a.mu"}},
		{Goroutine: 1, Moment: 2, Action: "b.mu.Lock()", Held: []string{"b.mu"}},
		{Goroutine: 0, Moment: 3, Action: "b.mu.Lock()", Note: "waits", Held: []string{"a.mu"}, Blocked: "b.mu"},
		{Goroutine: 1, Moment: 3, Action: "a.mu.Lock()", Note: "waits", Held: []string{"b.mu"}, Blocked: "a.mu"},
	},
}

func TestMomentsSayWhereEveryGoroutineStands(t *testing.T) {
	want := []string{
		"goroutine 1 holds a.mu",
		"goroutine 1 holds a.mu; goroutine 2 holds b.mu",
		"goroutine 1 holds a.mu and waits at b.mu.Lock(); goroutine 2 holds b.mu and waits at a.mu.Lock()",
	}
	moments := schedule.Moments(&transfer)
	if len(moments) != len(want) {
		t.Fatalf("%d moments, want %d", len(moments), len(want))
	}
	for i, m := range moments {
		if m.Number != i+1 || m.String() != want[i] {
			t.Errorf("moment %d: %q, want %q", m.Number, m, want[i])
		}
	}
	if got := moments[2].Moved; len(got) != 2 {
		t.Errorf("moment 3 moves %v, want both goroutines", got)
	}
}

func TestMomentsDoNotChangeLater(t *testing.T) {
	moments := schedule.Moments(&transfer)
	if moments[0].Goroutines[1].Started || moments[0].Goroutines[0].Waits {
		t.Errorf("the first moment knows of later ones: %+v", moments[0])
	}
}

func TestAnEmptyWitnessHasNoMoments(t *testing.T) {
	if got := schedule.Moments(&witness.Witness{}); len(got) != 0 {
		t.Errorf("Moments = %v", got)
	}
}
