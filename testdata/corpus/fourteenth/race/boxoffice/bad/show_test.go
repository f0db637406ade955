package boxoffice

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func slowPrice(seat string) int {
	time.Sleep(2 * time.Millisecond)
	return 10 + len(seat)
}

func TestOneBuyerPerSeat(t *testing.T) {
	s := New([]string{"A1", "A2"}, WithPricer(slowPrice))
	var sold atomic.Int32
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if s.Book("A1", fmt.Sprint("guest", i)) == nil {
				sold.Add(1)
			}
		})
	}
	wg.Wait()
	if n := sold.Load(); n != 1 || s.Takings() != 12 {
		t.Errorf("seat sold %d times for %d", n, s.Takings())
	}
}
