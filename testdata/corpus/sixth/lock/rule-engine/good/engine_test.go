package rules

import (
	"errors"
	"testing"
)

func TestRun(t *testing.T) {
	e := NewEngine(Ratio{"speed", "way", "time"})
	e.Set("way", 100)
	e.Set("time", 20)
	if err := e.Run(); err != nil || e.Get("speed") != 5 || e.Fired("speed=way/time") != 1 {
		t.Fatal(err)
	}
}

func TestEndless(t *testing.T) {
	e := NewEngine(Func{"grow", func(f Facts) bool { f["n"]++; return true }})
	if err := e.Run(); !errors.Is(err, ErrEndless) {
		t.Fatal(err)
	}
}

func TestRepair(t *testing.T) {
	e := NewEngine(Ratio{"speed", "way", "time"})
	e.Set("way", 100)
	if err := e.Run(); err == nil {
		t.Fatal("no error")
	}
	e.Set("time", 10)
	if err := e.Run(); err != nil || e.Get("speed") != 10 {
		t.Fatal(err)
	}
}
