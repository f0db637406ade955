package broadcast

import (
	"sync"
	"testing"
)

func TestMany(t *testing.T) {
	src := NewSource[int](4)
	src.Send(-1)
	var wg sync.WaitGroup
	counts := make([]int, 6)
	for i := range counts {
		sub := src.Subscribe()
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range sub.All() {
				counts[i]++
				if i%2 == 0 && counts[i] == 2 {
					break
				}
			}
			sub.Cancel()
		}()
	}
	for i := range 100 {
		src.Send(i)
	}
	src.Close()
	src.Close()
	wg.Wait()
	for i, n := range counts {
		if n == 0 {
			t.Errorf("subscriber %d got nothing", i)
		}
	}
	if v := <-src.Subscribe().C(); v != 99 {
		t.Errorf("last value %d", v)
	}
}

func TestSlow(t *testing.T) {
	src := NewSource[string](2)
	sub := src.Subscribe()
	for range 5 {
		src.Send("x")
	}
	sub.Cancel()
	if sub.Dropped() != 3 {
		t.Errorf("%d dropped", sub.Dropped())
	}
}
