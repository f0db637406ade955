package observe

import (
	"sync"
	"testing"
)

func TestReentrant(t *testing.T) {
	var v Value[int]
	var stop func()
	calls := 0
	stop = v.Watch(func(_, now int) {
		calls++
		if v.Get() != now {
			t.Error("old value")
		}
		stop()
		v.Set(now + 1)
	})
	v.Set(5)
	if v.Get() != 6 || calls != 1 {
		t.Errorf("value %d after %d calls", v.Get(), calls)
	}
}

func TestParallel(t *testing.T) {
	var v Value[int]
	var mu sync.Mutex
	sum := 0
	v.Watch(func(old, now int) {
		mu.Lock()
		defer mu.Unlock()
		sum += now - old
	})
	v.Once(func(int, int) {})
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { v.Update(func(x int) int { return x + 2 }) })
	}
	wg.Wait()
	if sum != 20 {
		t.Errorf("sum %d", sum)
	}
}
