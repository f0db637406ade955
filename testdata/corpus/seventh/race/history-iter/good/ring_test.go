package history

import (
	"fmt"
	"sync"
	"testing"
)

func TestRoomKeepsTheLast(t *testing.T) {
	r := NewRoom("go", 3)
	for i := range 5 {
		r.Say("ann", fmt.Sprint(i))
	}
	want := []string{"2", "3", "4"}
	for i, m := range r.All() {
		if m.Text != want[i] {
			t.Errorf("message %d is %v", i, m)
		}
	}
}

func TestRoomBusy(t *testing.T) {
	r := NewRoom("go", 16)
	var wg sync.WaitGroup
	for _, who := range []string{"ann", "ben"} {
		wg.Go(func() {
			for i := range 100 {
				r.Say(who, fmt.Sprint("text ", i))
			}
		})
	}
	wg.Go(func() {
		for range 50 {
			for _, m := range r.All() {
				if m.From == "" {
					t.Error("empty message")
				}
			}
		}
	})
	wg.Wait()
	if n := r.Count("ann"); n != 100 {
		t.Errorf("ann said %d things", n)
	}
}
