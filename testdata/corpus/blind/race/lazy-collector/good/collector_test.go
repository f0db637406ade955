package collect

import (
	"sync"
	"testing"
)

func TestCollector(t *testing.T) {
	var c Collector
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Add("even-odd"[5*(i%2):4+4*(i%2)], i)
			m := c.Sums()
			m["mine"] = i
		}()
	}
	wg.Wait()
	m, _ := c.Close()
	if m["even"] != 20 || m["odd"] != 25 || len(m) != 2 {
		t.Errorf("got %v", m)
	}
}
