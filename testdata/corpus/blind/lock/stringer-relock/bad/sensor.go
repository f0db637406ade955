package sensor

import (
	"fmt"
	"sync"
)

// Sensor keeps the last readings of one place.
type Sensor struct {
	Name string

	mu   sync.Mutex
	last []float64
	logf func(format string, args ...any)
}

// NewSensor makes a sensor; logf may be nil.
func NewSensor(name string, logf func(string, ...any)) *Sensor {
	if logf == nil {
		logf = func(string, ...any) {}
	}
	return &Sensor{Name: name, logf: logf}
}

func (s *Sensor) mean() float64 {
	if len(s.last) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range s.last {
		sum += v
	}
	return sum / float64(len(s.last))
}

// String implements fmt.Stringer.
func (s *Sensor) String() string {
	s.mu.Lock() // BUG: double-lock
	defer s.mu.Unlock()
	return s.describe()
}

func (s *Sensor) describe() string {
	return fmt.Sprintf("%s: %.1f", s.Name, s.mean())
}

// Observe stores a reading.
func (s *Sensor) Observe(v float64) {
	s.mu.Lock() // BUG: double-lock
	defer s.mu.Unlock()
	s.last = append(s.last, v)
	if len(s.last) > 3 {
		s.last = s.last[1:]
	}
	if v > 100 {
		s.logf("hot: %s", s.String()) // BUG: double-lock
	}
}
