package loader

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestGet(t *testing.T) {
	var calls, hooks atomic.Int32
	l := New(func(context.Context) (map[string]int, error) {
		calls.Add(1)
		time.Sleep(2 * time.Millisecond)
		return map[string]int{"a": 1}, nil
	})
	l.OnReady(func() { hooks.Add(1) })
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			m, err := l.Get(t.Context())
			if err != nil || m["a"] != 1 || l.Took() <= 0 {
				t.Error(m, err)
			}
			l.OnReady(func() { hooks.Add(1) })
		})
	}
	wg.Wait()
	for deadline := time.Now().Add(time.Second); hooks.Load() != 6; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("hooks:", hooks.Load())
		}
	}
	if calls.Load() != 1 {
		t.Error("calls:", calls.Load())
	}
}

func TestAbort(t *testing.T) {
	l := New(func(ctx context.Context) (int, error) {
		<-ctx.Done()
		return 7, ctx.Err()
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := l.Get(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(l.Abort)
		wg.Go(func() {
			if _, err := l.Get(context.Background()); !errors.Is(err, ErrAborted) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
