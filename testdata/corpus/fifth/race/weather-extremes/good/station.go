// Package weather collects readings of stations.
package weather

import (
	"errors"
	"math"
	"sync"
	"time"
)

// Reading is one measurement.
type Reading struct {
	At   time.Time
	Temp float64
	Wind float64
}

// Range is the span of values of a day.
type Range struct{ Low, High float64 }

var ErrEmpty = errors.New("weather: no readings")

// Station may be used by many goroutines.
type Station struct {
	Name string

	mu       sync.RWMutex
	readings []Reading
	stale    bool
	span     Range
}

func New(name string) *Station { return &Station{Name: name, stale: true} }

// Add appends a reading.
func (s *Station) Add(r Reading) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readings = append(s.readings, r)
	s.stale = true
}

// Latest returns the newest reading.
func (s *Station) Latest() (Reading, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if n := len(s.readings); n > 0 {
		return s.readings[n-1], nil
	}
	return Reading{}, ErrEmpty
}

// Extremes returns the coldest and the warmest value.
func (s *Station) Extremes() (Range, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.readings) == 0 {
		return Range{}, ErrEmpty
	}
	if s.stale {
		s.refresh()
	}
	return s.span, nil
}

// refresh needs s.mu.
func (s *Station) refresh() {
	r := Range{Low: math.Inf(1), High: math.Inf(-1)}
	for _, x := range s.readings {
		r.Low = min(r.Low, x.Temp)
		r.High = max(r.High, x.Temp)
	}
	s.span = r
	s.stale = false
}
