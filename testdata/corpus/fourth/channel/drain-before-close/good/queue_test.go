package mailq

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestNothingIsLost(t *testing.T) {
	var delivered, accepted atomic.Int32
	q := Start(2, 3, func(Mail) {
		time.Sleep(100 * time.Microsecond)
		delivered.Add(1)
	})
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for k := range 100 {
				err := q.Send(context.Background(), Mail{To: fmt.Sprint(i), Text: fmt.Sprint(k)})
				if err == ErrShutdown {
					return
				}
				accepted.Add(1)
			}
		})
	}
	time.Sleep(3 * time.Millisecond)
	q.Shutdown()
	q.Shutdown()
	wg.Wait()
	if a, d := accepted.Load(), delivered.Load(); a != d {
		t.Errorf("accepted %d, delivered %d", a, d)
	}
	if err := q.Send(context.Background(), Mail{}); err != ErrShutdown {
		t.Error(err)
	}
}
