package kitchen

import (
	"sync"
	"testing"
)

func TestEvening(t *testing.T) {
	k := Open()
	defer k.Close()
	var wg sync.WaitGroup
	for no := range 4 {
		wg.Go(func() {
			for range 25 {
				k.Order(no, "soup")
				k.Order(no, "pie")
			}
			if got := k.Serve(no); len(got) != 50 || got[1] != "pie" {
				t.Errorf("table %d got %d dishes", no, len(got))
			}
		})
	}
	wg.Wait()
	k.Order(9, "tea")
	if open, served := k.Board(); open[9] != 1 || len(open) != 1 || served != 200 {
		t.Errorf("open %v, served %d", open, served)
	}
}
