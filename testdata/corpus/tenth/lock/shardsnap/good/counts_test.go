package counts

import (
	"fmt"
	"sync"
	"testing"
)

func TestConcurrent(t *testing.T) {
	c := New()
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			for i := range 200 {
				c.View(fmt.Sprintf("/p%d", i%10))
				if i%20 == w {
					c.Rename(fmt.Sprintf("/p%d", i%10), fmt.Sprintf("/p%d", (i+w)%10))
				}
			}
		})
	}
	wg.Go(func() {
		for range 50 {
			snap := c.Snapshot()
			sum := 0
			for _, n := range snap.Views {
				sum += n
			}
			if sum != snap.Sum {
				t.Errorf("%d views, sum is %d", sum, snap.Sum)
			}
		}
	})
	wg.Wait()
	if s := c.Drain(); s.Sum != 600 {
		t.Errorf("%d views", s.Sum)
	}
	if s := c.Snapshot(); s.Sum != 0 || len(s.Views) != 0 {
		t.Errorf("not empty: %+v", s)
	}
}
