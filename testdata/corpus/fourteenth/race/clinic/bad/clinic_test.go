package clinic

import (
	"sync"
	"testing"
)

func TestReassignDuringBooking(t *testing.T) {
	c := New()
	c.SetDuty("Ek", true)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for i := range 200 {
			c.Book(i, Appointment{Patient: "p", Doctor: "Dahl"})
		}
	}()
	go func() {
		defer wg.Done()
		for range 50 {
			if !c.Reassign("Dahl", "Ek") {
				t.Error("Ek is on duty")
			}
		}
	}()
	wg.Wait()
	c.Reassign("Dahl", "Ek")
	if n := c.Load("Ek"); n != 200 {
		t.Errorf("Ek has %d slots, want 200", n)
	}
}
