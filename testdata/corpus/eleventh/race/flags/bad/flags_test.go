package flags_test

import (
	"errors"
	"sync"
	"testing"

	"eleventh/race/flags/bad"
)

func TestUpdate(t *testing.T) {
	s := flags.NewSet(map[string]flags.Rule{"dark-mode": {Percent: 0, Allow: []string{"ines"}}})
	if !s.Enabled("dark-mode", "ines") || s.Enabled("dark-mode", "paul") {
		t.Fatal("allow list not honoured")
	}
	if err := s.Update("dark-mode", flags.Rule{Percent: 100}); err != nil {
		t.Fatal(err)
	}
	if !s.Enabled("dark-mode", "paul") {
		t.Fatal("rollout to everybody has no effect")
	}
	if v := s.Version(); v != 2 {
		t.Fatalf("version %d", v)
	}
	if err := s.Update("dark-mode", flags.Rule{Percent: 101}); !errors.Is(err, flags.ErrPercent) {
		t.Fatalf("got %v", err)
	}
}

func TestParallelLookups(t *testing.T) {
	s := flags.NewSet(map[string]flags.Rule{"search": {Percent: 50}})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				s.Enabled("search", "u1")
			}
		})
	}
	wg.Wait()
}
