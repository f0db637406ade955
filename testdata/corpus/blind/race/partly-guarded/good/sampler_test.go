package sampler

import (
	"testing"
	"time"
)

type stairs struct{ n int }

func (s *stairs) Read() (float64, error) {
	s.n++
	return float64(s.n / 2), nil
}

func TestSampler(t *testing.T) {
	p := &stairs{}
	s := New("stairs", p, 200*time.Microsecond)
	for range 5 {
		time.Sleep(time.Millisecond)
		if _, err := s.Mean(); err != nil {
			t.Error(err)
		}
		_ = s.Name()
	}
	s.Stop()
	if p.n == 0 {
		t.Error("probe not read")
	}
}
