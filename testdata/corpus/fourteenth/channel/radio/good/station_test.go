package radio

import (
	"sync"
	"testing"
)

func TestListenersComeAndGo(t *testing.T) {
	s := New()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 1000 {
				id, ch := s.Tune()
				s.Publish("jingle")
				if _, ok := <-ch; !ok {
					t.Error("closed too early")
				}
				s.Leave(id)
			}
		})
	}
	wg.Wait()
	if n := s.Publish("off air"); n != 0 {
		t.Errorf("%d listeners left", n)
	}
}
