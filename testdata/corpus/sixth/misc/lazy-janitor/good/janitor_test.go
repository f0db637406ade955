package ttl

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestMap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := New(10 * time.Second)
		m.Put("a", 1)
		time.Sleep(4 * time.Second)
		m.Put("b", 2)
		if v, ok := m.Get("a"); !ok || v != 1 {
			t.Fatal(v, ok)
		}
		time.Sleep(30 * time.Second)
		synctest.Wait()
		if n, starts, running := m.state(); n != 0 || starts != 1 || running {
			t.Fatal(n, starts, running)
		}
		m.Put("c", 3)
		time.Sleep(30 * time.Second)
		synctest.Wait()
		if _, starts, _ := m.state(); starts != 2 {
			t.Fatal(starts)
		}
	})
}
