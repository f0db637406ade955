package lru

import (
	"strconv"
	"sync"
	"testing"
)

func TestConcurrentGets(t *testing.T) {
	c := New[int](4)
	for i := range 6 {
		c.Put(strconv.Itoa(i), i)
	}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			if v, ok := c.Get(strconv.Itoa(i)); ok && v != i {
				t.Errorf("got %d for %d", v, i)
			}
		})
	}
	wg.Wait()
	if c.Len() != 4 {
		t.Errorf("%d entries", c.Len())
	}
}
