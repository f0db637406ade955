package lru

import (
	"sync"
	"testing"
)

func TestReaders(t *testing.T) {
	c := New[int, string](8)
	for i := range 12 {
		c.Put(i, string(rune('a'+i)))
	}
	var wg sync.WaitGroup
	for r := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 200 {
				key := 4 + (i*(r+1))%8
				if v, ok := c.Get(key); !ok || v != string(rune('a'+key)) {
					t.Errorf("key %d: %q %v", key, v, ok)
				}
			}
		}()
	}
	wg.Wait()
	if c.Len() != 8 {
		t.Error("wrong length", c.Len())
	}
}
