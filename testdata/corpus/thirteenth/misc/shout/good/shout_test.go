package shout

import (
	"io"
	"strconv"
	"sync"
	"testing"
)

func TestLines(t *testing.T) {
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 200 {
				want := "tick g=" + strconv.Itoa(g) + " i=" + strconv.Itoa(i)
				if got := Line("tick", Field{"g", g}, Field{"i", i}); got != want {
					t.Errorf("%q", got)
				}
				if err := Write(io.Discard, "tock"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
