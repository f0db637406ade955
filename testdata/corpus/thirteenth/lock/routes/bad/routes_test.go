package routes

import (
	"strconv"
	"sync"
	"testing"
)

func TestPlanningWhileServing(t *testing.T) {
	n := NewNetwork()
	n.Serve("1", "Market", "Harbour", "Zoo")
	n.Serve("2", "Market", "Castle")

	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 6000 {
			n.Serve("night"+strconv.Itoa(i%7), "Market")
		}
	})
	for range 6000 {
		if b := n.Busiest(); b != "Market" {
			t.Errorf("busiest is %s", b)
			break
		}
	}
	wg.Wait()
}
