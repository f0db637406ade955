package elevator

import (
	"testing"
	"time"
)

func TestElevator(t *testing.T) {
	e := Start()
	for _, f := range []int{3, 1, 7, 2} {
		e.Call(f)
	}
	for range 10 {
		if f, s := e.Where(); f < 0 || f > 7 {
			t.Errorf("floor %d, state %v", f, s)
		}
		time.Sleep(200 * time.Microsecond)
	}
	e.Stop()
	if f, s := e.Where(); f != 2 || s != Idle {
		t.Errorf("ended at floor %d, state %v", f, s)
	}
}
