package lobby

import (
	"sync"
	"testing"
)

func TestJoin(t *testing.T) {
	l := New(2)
	for _, n := range []string{"ann", "bob"} {
		if _, err := l.Join(n); err != nil {
			t.Error(err)
		}
	}
	if _, err := l.Join("cy"); err != ErrFull {
		t.Error(err)
	}
	if l.Say("hello") != 2 || len(l.Names()) != 2 {
		t.Error("somebody is missing")
	}
}

func TestKickWhileLeaving(t *testing.T) {
	for range 50 {
		l := New(5)
		p, err := l.Join("eve")
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		wg.Go(func() { l.Kick("eve") })
		wg.Go(p.Leave)
		<-p.Gone()
		wg.Wait()
		if p.Why() == "" {
			t.Error("no reason")
		}
	}
}
