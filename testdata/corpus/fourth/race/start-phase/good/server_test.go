package echo

import (
	"sync"
	"testing"
)

func TestRestart(t *testing.T) {
	s := New()
	s.Handle("up", Upper)
	for round, word := range []string{"hello", "welcome back"} {
		s.Greeting(word)
		s.Start(3)
		var clients sync.WaitGroup
		for range 5 {
			clients.Go(func() {
				if got := s.Ask("up", "abc"); got != "ABC" {
					t.Errorf("up: %q", got)
				}
				if got := s.Ask("down", ""); got != word+", there is no down" {
					t.Errorf("down: %q", got)
				}
			})
		}
		clients.Wait()
		if n := s.Stop(); n != 10 {
			t.Errorf("round %d: served %d", round, n)
		}
	}
}
