package uplink

import (
	"context"
	"errors"
	"testing"
	"time"
)

var errStatic = errors.New("static")

type flaky struct{ fails int }

func (f *flaky) Send(string) error {
	if f.fails == 0 {
		return nil
	}
	f.fails--
	return errStatic
}

type storm struct{}

func (storm) Send(string) error { return errStatic }

func TestPushTriesAgain(t *testing.T) {
	l := New(&flaky{fails: 3}, time.Millisecond, 2*time.Millisecond)
	if err := l.Push(t.Context(), "hello"); err != nil {
		t.Error(err)
	}
}

func TestPushGivesUp(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	l := New(storm{}, time.Millisecond, 5*time.Millisecond)
	if err := l.Push(ctx, "mayday"); !errors.Is(err, context.DeadlineExceeded) { // BUG: ctx-ignored
		t.Errorf("got %v", err)
	}
}
