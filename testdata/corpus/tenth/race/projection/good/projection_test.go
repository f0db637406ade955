package projection

import "testing"

// gated is a stream that delivers after its gate opens.
type gated struct {
	gate chan struct{}
	evs  []Event
}

func (g *gated) Events(from uint64) <-chan Event {
	ch := make(chan Event)
	go func() {
		defer close(ch)
		<-g.gate
		for _, e := range g.evs {
			if e.Seq >= from {
				ch <- e
			}
		}
	}()
	return ch
}

func TestBalances(t *testing.T) {
	g := &gated{gate: make(chan struct{}), evs: []Event{
		{1, "ann", Deposited, 500},
		{2, "bob", Deposited, 100},
		{3, "ann", Withdrawn, 200},
		{4, "bob", Withdrawn, 300},
		{5, "cat", Deposited, 1},
		{6, "cat", Closed, 0},
	}}
	p := New(g)
	close(g.gate)
	p.Wait()
	for a, want := range map[string]int64{"ann": 300, "bob": -200, "cat": 0} {
		if got, seq := p.Balance(a); got != want || seq != 6 {
			t.Errorf("%s: %d at %d", a, got, seq)
		}
	}
	if s := Withdrawn.String(); s != "withdrawn" {
		t.Error(s)
	}
}
