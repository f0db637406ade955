package spigot_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"eleventh/misc/spigot/good"
)

func TestCloseWhileSubmitting(t *testing.T) {
	var done, accepted atomic.Int64
	q := spigot.New(3, func(d time.Duration) {
		time.Sleep(d)
		done.Add(1)
	})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for {
				err := q.Submit(200 * time.Microsecond)
				if errors.Is(err, spigot.ErrClosed) {
					return
				}
				accepted.Add(1)
			}
		})
	}
	time.Sleep(10 * time.Millisecond)
	wg.Go(q.Close)
	q.Close()
	wg.Wait()
	if done.Load() != accepted.Load() || done.Load() == 0 {
		t.Fatalf("%d of %d jobs done", done.Load(), accepted.Load())
	}
	if err := q.Submit(0); !errors.Is(err, spigot.ErrClosed) {
		t.Fatalf("got %v", err)
	}
}
