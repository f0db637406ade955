package shipper

import (
	"errors"
	"io"
	"sync"
	"testing"
	"time"
)

func TestCloseWhileLogging(t *testing.T) {
	s := New(io.Discard, Config{Batch: 2, Min: Info})
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := 0; ; n++ {
				if err := s.Log(Info, "task %d: %d", i, n); err != nil {
					if !errors.Is(err, ErrClosed) {
						t.Error(err)
					}
					return
				}
			}
		}()
	}
	time.Sleep(20 * time.Millisecond)
	if s.Close() == 0 {
		t.Error("nothing written")
	}
	wg.Wait()
}
