package meter

import (
	"sync"
	"testing"
)

func TestMeter(t *testing.T) {
	total := Shared()
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			mine := Local()
			for k := range 100 {
				mine.Add("all", 1)
				if k%10 == i {
					total.Add("direct", 1)
				}
			}
			total.Merge(mine)
			_ = total.Get("all")
		})
	}
	wg.Wait()
	if total.Get("all") != 500 || total.Get("direct") != 50 {
		t.Errorf("counts %v", total.counts)
	}
}
