package auditlog

import "testing"

func TestOutstandingFallsToZero(t *testing.T) {
	l := New()
	var ids []int
	for i := range 100 {
		ids = append(ids, l.Post("acme", int64(i)))
	}
	paid := make(chan bool)
	go func() {
		ok := true
		for _, id := range ids {
			ok = l.Settle("acme", id) && ok
		}
		paid <- ok
	}()
	for range 20 {
		if got := l.Outstanding("acme"); got < 0 || got > 4950 {
			t.Errorf("outstanding = %d", got)
		}
	}
	if !<-paid {
		t.Error("an entry was not found")
	}
	if got := l.Outstanding("acme"); got != 0 {
		t.Errorf("outstanding = %d, want 0", got)
	}
}
