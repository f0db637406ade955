package oracle

import (
	"math"
	"sync"
	"testing"
)

func TestDistances(t *testing.T) {
	o := New()
	defer o.Close()
	o.Learn("Ayr", 0, 0)
	o.Learn("Bude", 3, 4)

	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if d := o.Distance("Ayr", "Bude"); d != 5 {
				t.Error(d)
			}
		})
	}
	wg.Wait()
	if d := o.Distance("Ayr", "Atlantis"); !math.IsNaN(d) {
		t.Error(d)
	}
}
