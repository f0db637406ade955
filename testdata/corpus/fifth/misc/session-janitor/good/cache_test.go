package expiring

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := Map[string, int]{TTL: time.Minute}
		m.Put("a", 1)
		time.Sleep(30 * time.Second)
		m.Put("b", 2)
		if _, ok := m.Get("a"); !ok {
			t.Error("a vanished early")
		}
		time.Sleep(31 * time.Second)
		synctest.Wait()
		if _, ok := m.Get("a"); ok {
			t.Error("a is still there")
		}
		if v, ok := m.Get("b"); !ok || v != 2 {
			t.Error("b", v, ok)
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if m.Len() != 0 {
			t.Error("not swept")
		}
		m.Put("c", 3)
		go m.Put("d", 4)
		synctest.Wait()
		if m.starts != 2 {
			t.Errorf("%d janitors", m.starts)
		}
		time.Sleep(5 * time.Minute)
	})
}
