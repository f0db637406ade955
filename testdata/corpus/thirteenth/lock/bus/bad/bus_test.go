package bus

import (
	"sync"
	"testing"
)

func TestCancelAfterFirstEvent(t *testing.T) {
	b := New()
	var wg sync.WaitGroup
	for range 3 {
		s := b.Subscribe("weather")
		wg.Go(func() {
			ev := <-s.C
			if ev.Data != "rain" && ev.Data != "sun" {
				t.Errorf("unexpected %v", ev)
			}
			s.Cancel()
		})
	}
	delivered := b.Publish(Event{"weather", "rain"})
	delivered += b.Publish(Event{"weather", "sun"})
	wg.Wait()
	if delivered != 3 {
		t.Errorf("delivered %d events, want 3", delivered)
	}
	if n := b.Publish(Event{"sports", "goal"}); n != 0 {
		t.Errorf("%d receivers for an unknown topic", n)
	}
}
