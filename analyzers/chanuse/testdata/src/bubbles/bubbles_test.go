package bubbles

import (
	"testing"
	"testing/synctest"
	"time"
)

// The bubble's goroutines must end with it: the one that sends late never does.
func TestLateAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		answer := make(chan int)
		go func() {
			time.Sleep(2 * time.Second)
			answer <- 1 // want `goroutine leak: the send to answer waits for ever.* \(abandoned-send\)`
		}()
		select {
		case <-answer:
		case <-time.After(time.Second):
		}
	})
}

// With room for the answer it ends.
func TestRoomForTheAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		answer := make(chan int, 1)
		go func() {
			time.Sleep(2 * time.Second)
			answer <- 1
		}()
		select {
		case <-answer:
		case <-time.After(time.Second):
		}
	})
}

// Wait returns when the others of the bubble wait: what they wrote is seen.
func TestWaitOrders(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := false
		go func() { done = true }()
		synctest.Wait()
		if !done {
			t.Error("not done")
		}
	})
}

// In a bubble time goes on when everybody waits.
func TestVirtualTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ticks := make(chan int)
		go func() {
			defer close(ticks)
			for i := range 3 {
				time.Sleep(time.Hour)
				ticks <- i
			}
		}()
		for range ticks {
		}
	})
}
