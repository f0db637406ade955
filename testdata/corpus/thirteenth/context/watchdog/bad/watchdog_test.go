package watchdog

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"
)

type lamp struct{ on bool }

func (l lamp) Name() string { return "lamp" }
func (l lamp) Ping(context.Context) error {
	if l.on {
		return nil
	}
	return errors.New("dark")
}

func TestStrict(t *testing.T) {
	before := runtime.NumGoroutine()
	w, err := Start(context.Background(), lamp{on: true}, Strict(), Every(5*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond)
	w.Stop()
	if w.Missed() != 0 {
		t.Error("missed", w.Missed())
	}
	for range 4 {
		if _, err := Start(context.Background(), lamp{}, Strict()); err == nil {
			t.Error("dark lamp accepted")
		}
	}
	time.Sleep(30 * time.Millisecond)
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines before, %d after", before, n)
	}
}
