package retrier

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestPermanent(t *testing.T) {
	want := errors.New("no such user")
	err := Default.Do(context.Background(), func(context.Context) error { return Permanent{want} })
	if err != want {
		t.Fatal(err)
	}
}

func TestGivesUpOnCancel(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 150*time.Millisecond)
	defer cancel()
	result := make(chan error, 1)
	go func() {
		result <- Default.Do(ctx, func(context.Context) error { return errors.New("connection refused") })
	}()
	select {
	case err := <-result:
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	case <-time.After(3 * time.Second):
		t.Error("still retrying long after the deadline")
	}
}
