package testdriven

import (
	"sync"
	"testing"
	"time"
)

func TestTakeFromManyGoroutines(t *testing.T) {
	b := New(3)
	var wg sync.WaitGroup
	var mu sync.Mutex
	taken := 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ok, err := b.Take()
			if err != nil {
				t.Error(err)
			}
			if ok {
				mu.Lock()
				taken++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	if taken != b.Max() || b.Left() != 0 {
		t.Errorf("took %d of %d", taken, b.Max())
	}
}

func TestParallelSubtests(t *testing.T) {
	for _, max := range []int{1, 2} {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			b := New(max)
			b.now = func() time.Time { return time.Time{} }
			if b.tokens != max {
				t.Error(b.tokens)
			}
			b.Close()
			if _, err := b.Take(); err != ErrClosed {
				t.Error(err)
			}
		})
	}
}

func TestCleanupWaitsForTheGoroutine(t *testing.T) {
	b := New(1)
	count := 0
	stop, done := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() {
		close(stop)
		<-done
		if count < 0 {
			t.Error(count)
		}
	})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			default:
				b.Left()
				count++
			}
		}
	}()
}
