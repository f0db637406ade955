package lru

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func TestOrder(t *testing.T) {
	var c *Cache[string, string]
	gone := 0
	c = New(6, func(s string) int { return len(s) }, OnEvict(func(k, v string) {
		gone++
		if _, ok := c.Get(k); ok {
			t.Errorf("%s is still here", k)
		}
	}))
	c.Put("a", "xx")
	c.Put("b", "yyy")
	c.Get("a")
	c.Put("c", "zzz")
	if got := c.String(); got != "c a" || gone != 1 {
		t.Errorf("%q, %d gone", got, gone)
	}
	if c.Remove("a", "b") != 1 {
		t.Error("wrong number removed")
	}
}

func TestParallel(t *testing.T) {
	c := New[int, string](40, func(s string) int { return len(s) })
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 30 {
				v, err := c.GetOrLoad((k*i)%13, func(n int) (string, error) {
					if n == 12 {
						return "", errors.New("unlucky")
					}
					return fmt.Sprint("value ", n), nil
				})
				if err == nil && v != fmt.Sprint("value ", (k*i)%13) {
					t.Errorf("got %q", v)
				}
			}
			_ = c.String()
		}()
	}
	wg.Wait()
}
