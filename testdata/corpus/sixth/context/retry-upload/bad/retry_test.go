package retry

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestSuccess(t *testing.T) {
	p := Policy{Tries: 5, Wait: time.Millisecond, Max: 4 * time.Millisecond}
	n := 0
	err := p.Do(context.Background(), func(context.Context) error {
		if n++; n < 3 {
			return errors.New("busy")
		}
		return nil
	})
	if err != nil || n != 3 {
		t.Fatal(n, err)
	}
}

func TestGiveUp(t *testing.T) {
	p := Policy{Tries: 20, Wait: 20 * time.Millisecond, Max: 100 * time.Millisecond}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	begin := time.Now()
	if err := p.Do(ctx, func(context.Context) error { return errors.New("busy") }); err == nil {
		t.Fatal("no error")
	}
	if d := time.Since(begin); d > time.Second {
		t.Fatal("gave up only after", d)
	}
}
