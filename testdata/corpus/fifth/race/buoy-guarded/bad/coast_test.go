package buoy

import (
	"errors"
	"sync"
	"testing"
	"time"
)

func TestReports(t *testing.T) {
	c := NewCoast("hven", "kullen")
	day := time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)
	var wg sync.WaitGroup
	for _, n := range []string{"hven", "kullen"} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for i := range 100 {
				r := Report{Buoy: n, At: day.Add(time.Duration(i) * time.Minute), Wave: float64(i%10) / 4}
				if err := c.Add(r); err != nil {
					t.Error(err)
				}
			}
		}()
		go func() {
			defer wg.Done()
			for range 100 {
				s, err := c.Summary(n)
				if err != nil || s.Mean > 2.25 {
					t.Error(s, err)
				}
			}
		}()
	}
	wg.Wait()
	for _, s := range c.Rough() {
		if s.Count != 100 || s.High != 2.25 {
			t.Errorf("%+v", s)
		}
	}
}

func TestRefused(t *testing.T) {
	c := NewCoast("hven")
	if err := c.Add(Report{Buoy: "atlantis"}); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	now := time.Now()
	if err := c.Add(Report{Buoy: "hven", At: now}); err != nil {
		t.Error(err)
	}
	if err := c.Add(Report{Buoy: "hven", At: now.Add(-time.Hour)}); err != ErrOld {
		t.Error(err)
	}
	if _, err := c.Summary("atlantis"); err != ErrUnknown {
		t.Error(err)
	}
}
