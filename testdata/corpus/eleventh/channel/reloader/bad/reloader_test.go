package reloader

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestInitialError(t *testing.T) {
	boom := errors.New("no such file")
	_, err := Start(SourceFunc(func() (string, error) { return "", boom }))
	if !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
}

func TestReload(t *testing.T) {
	var text atomic.Value
	text.Store("a=1")
	r, err := Start(SourceFunc(func() (string, error) { return text.Load().(string), nil }))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Stop()
	if r.Value() != "a=1" {
		t.Fatalf("value %q", r.Value())
	}
	text.Store("a=2")
	for deadline := time.Now().Add(2 * time.Second); r.Value() != "a=2"; {
		if time.Now().After(deadline) {
			t.Fatal("never reloaded")
		}
		r.Changed()
		time.Sleep(time.Millisecond)
	}
	r.Stop()
}
