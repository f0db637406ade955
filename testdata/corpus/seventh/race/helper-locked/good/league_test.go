package ladder

import (
	"sync"
	"testing"
)

func TestLadder(t *testing.T) {
	l := New("ann", "bob")
	var wg sync.WaitGroup
	for _, p := range []string{"cem", "dee", "eva"} {
		wg.Go(func() {
			l.Join(p)
			for range 10 {
				if err := l.Won(p, "ann"); err != nil {
					t.Error(err)
				}
				l.First()
			}
		})
	}
	wg.Wait()
	if l.games != 30 {
		t.Errorf("%d games", l.games)
	}
	if err := l.Leave("bob"); err != nil {
		t.Error(err)
	}
	if err := l.Won("ann", "bob"); err == nil {
		t.Error("no error")
	}
}
