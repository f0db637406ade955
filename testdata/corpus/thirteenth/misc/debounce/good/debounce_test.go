package debounce

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestBurst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bursts := make(chan int, 4)
		d := New(time.Second, func(n int) { bursts <- n })
		for range 5 {
			go d.Call()
		}
		time.Sleep(2 * time.Second)
		d.Call()
		time.Sleep(2 * time.Second)
		d.Call()
		d.Close()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if len(bursts) != 2 || <-bursts != 5 || <-bursts != 1 {
			t.Error("wrong bursts")
		}
	})
}
