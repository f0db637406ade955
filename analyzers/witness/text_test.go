package witness_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"interleave/analyzers/witness"
)

var transfer = witness.Witness{
	FormatVersion: witness.FormatVersion,
	Goroutines:    []witness.Goroutine{{Name: "transfer(a, b)"}, {Name: "transfer(b, a)"}},
	Steps: []witness.Step{
		{Goroutine: 0, Moment: 1, Place: witness.Place{File: "/home/ann/bank.go", Line: 19, Column: 2}, Action: "a.mu.Lock()", Held: []string{"a.mu"}},
		{Goroutine: 1, Moment: 2, Place: witness.Place{File: "/home/ann/bank.go", Line: 19, Column: 2}, Action: "b.mu.Lock()", Held: []string{"b.mu"}},
		{Goroutine: 0, Moment: 3, Place: witness.Place{File: "/home/ann/bank.go", Line: 21, Column: 2}, Action: "b.mu.Lock()", Note: "waits", Held: []string{"a.mu"}, Blocked: "b.mu"},
		{Goroutine: 1, Moment: 3, Place: witness.Place{File: "/home/ann/bank.go", Line: 21, Column: 2}, Action: "a.mu.Lock()", Note: "waits", Held: []string{"b.mu"}, Blocked: "a.mu"},
	},
	Outcome: "nobody can move: 1 holds a.mu and waits for b.mu, 2 holds b.mu and waits for a.mu",
	Why:     "both are exported",
}

func TestTextPutsEachGoroutineInItsColumn(t *testing.T) {
	const want = `     goroutine 1: transfer(a, b)       goroutine 2: transfer(b, a)
  1  a.mu.Lock()          bank.go:19
  2                                    b.mu.Lock()          bank.go:19
  3  b.mu.Lock()  waits   bank.go:21   a.mu.Lock()  waits   bank.go:21
     nobody can move: 1 holds a.mu and waits for b.mu, 2 holds b.mu and waits for a.mu
     why they may run at once: both are exported
`
	if got := transfer.Text(); got != want {
		t.Errorf("Text() =\n%s\nwant\n%s", got, want)
	}
}

func TestTextOfAnEmptyWitnessIsHarmless(t *testing.T) {
	var w witness.Witness
	if got := w.Text(); got != "\n" {
		t.Errorf("Text() = %q", got)
	}
}

func TestJSONKeepsEverything(t *testing.T) {
	data, err := json.Marshal(transfer)
	if err != nil {
		t.Fatal(err)
	}
	var back witness.Witness
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, transfer) {
		t.Errorf("after a round trip: %+v", back)
	}
}
