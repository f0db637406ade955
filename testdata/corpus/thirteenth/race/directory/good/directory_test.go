package directory

import (
	"fmt"
	"testing"
)

func TestListWhileLeaving(t *testing.T) {
	d := New()
	for i := range 30 {
		d.Join("ops", fmt.Sprintf("p%02d", i))
	}

	gone := make(chan int)
	go func() {
		n := 0
		for i := range 20 {
			if d.Leave("ops", fmt.Sprintf("p%02d", i)) {
				n++
			}
		}
		gone <- n
	}()

	letters := 0
	for range 20 {
		for _, p := range d.Members("ops") {
			letters += len(p)
		}
	}
	if n := <-gone; n != 20 || d.Size() != 10 || letters == 0 {
		t.Fatalf("removed %d, left %d", n, d.Size())
	}
}
