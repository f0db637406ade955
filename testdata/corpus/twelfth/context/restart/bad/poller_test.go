package poller

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestPolls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		p := New(t.Context(), func(_ context.Context, target string) (int, error) {
			calls++
			return calls, nil
		})
		if _, err := p.Value(); !errors.Is(err, ErrNoValue) {
			t.Fatal(err)
		}
		p.Watch("http://sensor.test/1", time.Minute)
		time.Sleep(150 * time.Second)
		synctest.Wait()
		if v, err := p.Value(); err != nil || v != 3 {
			t.Errorf("value %d, %v", v, err)
		}
		p.Stop()
		p.Stop()
	})
}
