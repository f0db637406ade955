package super

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestRestart(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := New(ctx, Fixed(time.Millisecond))
	tries := 0
	s.Add(Child{Name: "flaky", Max: 2, Run: func(context.Context) error {
		tries++
		if tries == 2 {
			panic("boom")
		}
		return errors.New("failed")
	}})
	s.Add(Child{Name: "steady", Run: func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}})
	s.Add(Child{Name: "short", Run: func(context.Context) error { return nil }})
	for e := range s.Events() {
		if errors.Is(e.Err, ErrGaveUp) {
			cancel()
		}
	}
	if d := s.Wait(); d != 0 || tries != 3 {
		t.Errorf("%d tries, %d dropped", tries, d)
	}
	if s.Add(Child{}) {
		t.Error("added after the end")
	}
}
