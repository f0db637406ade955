package settings

import (
	"sync"
	"testing"
)

// A trace that lets something else happen when the first value is read.
type trace struct{ during func() }

func (t *trace) Read(string, string) {
	if f := t.during; f != nil {
		t.during = nil
		f()
	}
}

func TestValues(t *testing.T) {
	s := New(&trace{})
	finish(t, func() {
		s.Set("colour", "blue")
		s.SetAddress("home", "80")
		if s.Get("colour") != "blue" || s.Address() != "home:80" {
			t.Errorf("colour %q, address %q", s.Get("colour"), s.Address())
		}
	})
}

// A writer comes while somebody reads the address.
func TestAReaderAndAWriter(t *testing.T) {
	tr := &trace{}
	s := New(tr)
	s.SetAddress("home", "80")
	written := make(chan struct{})
	tr.during = func() {
		before := goroutines()
		go func() {
			defer close(written)
			s.SetAddress("work", "443")
		}()
		untilDone(written, before) // written, or waiting for the reader
	}
	address := ""
	verdict := ends(func() {
		address = s.Address()
		<-written
	})
	if verdict != "" {
		t.Fatalf("the address is changed while somebody reads it. %s", verdict)
	}
	if address != "home:80" && address != "work:443" {
		t.Errorf("the address was home:80, and then work:443. Address returns %q, that was never set", address)
	}
}

// Many at once: for the race detector (go test -race).
func TestReadersAndWriters(t *testing.T) {
	s := New(&trace{})
	s.SetAddress("home", "80")
	finish(t, func() {
		var people sync.WaitGroup
		for range 2 {
			people.Go(func() { s.Get("host") })
			people.Go(func() { s.SetAddress("work", "443") })
		}
		people.Wait()
	})
}

// Two readers are in at the same time: one reader does not wait for another.
func TestReadersDoNotWaitForEachOther(t *testing.T) {
	s := New(&trace{})
	s.SetAddress("home", "80")
	s.mu.RLock()
	verdict := ends(func() {
		if got := s.Address(); got != "home:80" {
			t.Errorf("the address is %q", got)
		}
	})
	s.mu.RUnlock()
	if verdict != "" {
		t.Errorf("one reader is at work, and another one waits. %s", verdict)
	}
}
