package alarm

import (
	"sync"
	"testing"
	"time"
)

func TestRingsOnce(t *testing.T) {
	var a Alarm
	a.Set(time.Millisecond)
	for i := 0; a.Rings() == 0; i++ {
		if i == 2000 {
			t.Fatal("never rang")
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(5 * time.Millisecond)
	if n := a.Rings(); n != 1 {
		t.Errorf("rang %d times", n)
	}
}

func TestCancelled(t *testing.T) {
	var a Alarm
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 20 {
				a.Set(time.Duration(i) * 20 * time.Microsecond)
			}
		})
	}
	wg.Wait()
	a.Cancel()
	before := a.Rings()
	time.Sleep(5 * time.Millisecond)
	if after := a.Rings(); after != before {
		t.Errorf("%d rings, then %d", before, after)
	}
}
