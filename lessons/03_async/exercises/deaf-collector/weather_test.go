package weather

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
)

// A store that keeps what it is given. Only the collector uses it; the test looks
// after Wait.
type store struct {
	saved []Reading
	fail  error
}

func (s *store) Save(ctx context.Context, readings []Reading) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.fail != nil {
		return s.fail
	}
	s.saved = append(s.saved, readings...)
	return nil
}

// send sends readings, and returns when the collector has nothing to do any more.
func send(c *Collector, n int) {
	for i := range n {
		c.Readings() <- Reading{"harbour", float64(i)}
	}
	synctest.Wait()
}

// The collector is told to stop, while no reading comes.
func TestItStopsWhenItIsTold(t *testing.T) {
	for _, n := range []int{0, 3, 6} {
		bubble(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			s := &store{}
			c := Start(ctx, s)
			send(c, n)
			cancel()
			if err := c.Wait(); err != nil {
				t.Errorf("Wait = %v, want nil: it was told to stop, and did", err)
			}
			if len(s.saved) != n {
				t.Errorf("%d readings were sent and %d are saved", n, len(s.saved))
			}
		})
	}
}

// It is told to stop in the middle of a batch.
func TestNoReadingIsLost(t *testing.T) {
	for _, n := range []int{1, 2, 4, 5} {
		bubble(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			s := &store{}
			c := Start(ctx, s)
			send(c, n)
			cancel()
			if err := c.Wait(); err != nil {
				t.Errorf("Wait = %v; the store works, so the last readings can be saved", err)
			}
			if len(s.saved) != n {
				t.Errorf("%d readings were taken and %d are saved: the last ones were dropped when it stopped", n, len(s.saved))
			}
		})
	}
}

func TestAnErrorOfTheStoreIsKept(t *testing.T) {
	bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		full := errors.New("disk full")
		c := Start(ctx, &store{fail: full})
		send(c, 4)
		cancel()
		if err := c.Wait(); !errors.Is(err, full) {
			t.Errorf("Wait = %v, want %v", err, full)
		}
	})
}
