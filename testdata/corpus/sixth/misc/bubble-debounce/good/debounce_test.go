package debounce

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := New(time.Second)
		last, calls := 0, 0
		for i := range 5 {
			d.Call(func() {
				last = i + 1
				calls++
			})
			time.Sleep(300 * time.Millisecond)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if last != 5 || calls != 1 {
			t.Fatal(last, calls)
		}
	})
}
