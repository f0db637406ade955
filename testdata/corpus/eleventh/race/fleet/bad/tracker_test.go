package fleet

import (
	"strings"
	"sync"
	"testing"
)

func TestNearest(t *testing.T) {
	tr := NewTracker()
	if _, ok := tr.Nearest(Position{}); ok {
		t.Fatal("empty fleet has a van")
	}
	tr.Move("a", Position{0, 0})
	tr.Move("b", Position{300, 400})
	if van, _ := tr.Nearest(Position{290, 390}); van != "b" {
		t.Fatalf("nearest is %q", van)
	}
	tr.Retire("b")
	if n := len(tr.Positions()); n != 1 {
		t.Fatalf("%d vans", n)
	}
}

func TestMileage(t *testing.T) {
	tr := NewTracker()
	var wg sync.WaitGroup
	for _, van := range []string{"a", "b", "c"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 11 {
				tr.Move(van, Position{X: float64(i * 100)})
			}
		}()
	}
	wg.Wait()
	var sb strings.Builder
	if err := tr.Report(&sb, "b"); err != nil || sb.String() != "b: 1.0 km\n" {
		t.Fatalf("%q %v", sb.String(), err)
	}
}
