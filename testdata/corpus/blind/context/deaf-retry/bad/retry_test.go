package retry

import (
	"context"
	"errors"
	"testing"
	"time"
)

var errDown = errors.New("down")

func TestTries(t *testing.T) {
	n := 0
	p := Policy{Tries: 3, Wait: time.Microsecond, Grow: 2}
	err := p.Do(context.Background(), func() error { n++; return errDown })
	if !errors.Is(err, errDown) || n != 3 {
		t.Error(n, err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	result := make(chan error, 1)
	go func() {
		p := Policy{Tries: 10, Wait: 5 * time.Millisecond, Grow: 1}
		result <- p.Do(ctx, func() error { n++; return errDown })
	}()
	time.Sleep(7 * time.Millisecond)
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("%d tries, %v", n, err)
	}
}
