package garage

import (
	"fmt"
	"sync"
	"testing"
)

func TestShifting(t *testing.T) {
	g := New(3, 3, 3)
	var start [4]int
	for i := range start {
		d, _, err := g.Park(fmt.Sprint("HH ", i))
		if err != nil {
			t.Fatal(err)
		}
		start[i] = d
	}
	var wg sync.WaitGroup
	for i, d := range start {
		plate := fmt.Sprint("HH ", i)
		wg.Go(func() {
			for k := range 50 {
				to := (i + k) % 3
				switch err := g.Shift(plate, d, to); err {
				case nil:
					d = to
				case ErrFull:
				default:
					t.Error(err)
				}
				if n := g.Free(); n != 5 {
					t.Errorf("%d free", n)
				}
			}
			if err := g.Leave(fmt.Sprint("XX ", i)); err != ErrUnknown {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestFull(t *testing.T) {
	g := New(1)
	if _, p, err := g.Park("a"); err != nil || p != 1 {
		t.Fatal(p, err)
	}
	if _, _, err := g.Park("b"); err != ErrFull {
		t.Fatal(err)
	}
}
