package limiter

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestWait(t *testing.T) {
	l := New(time.Millisecond)
	defer l.Close()
	for range 5 {
		if err := l.Wait(context.Background(), "ann"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestImpatient(t *testing.T) {
	l := New(20 * time.Millisecond)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	if err := l.Wait(ctx, "bob"); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if err := l.Wait(context.Background(), "cy"); err != nil {
		t.Error(err)
	}
	l.Close()
	if err := l.Wait(context.Background(), "dee"); err != ErrClosed {
		t.Error(err)
	}
}
