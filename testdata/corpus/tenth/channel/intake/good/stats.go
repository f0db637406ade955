package intake

import "math"

// Stats sums the readings of each sensor. Only the consumer of an Intake
// touches it until Close has returned.
type Stats struct {
	sums map[string]*sum
}

type sum struct {
	n        int
	total    float64
	min, max float64
}

// NewStats makes an empty Stats.
func NewStats() *Stats { return &Stats{sums: make(map[string]*sum)} }

// Add is a Handler.
func (s *Stats) Add(r Reading) {
	u, ok := s.sums[r.Sensor]
	if !ok {
		u = &sum{min: math.Inf(1), max: math.Inf(-1)}
		s.sums[r.Sensor] = u
	}
	u.n++
	u.total += r.Value
	u.min = min(u.min, r.Value)
	u.max = max(u.max, r.Value)
}

// Count is the number of readings.
func (s *Stats) Count() (n int) {
	for _, u := range s.sums {
		n += u.n
	}
	return n
}

// Mean is a sensor's mean value.
func (s *Stats) Mean(sensor string) float64 {
	u, ok := s.sums[sensor]
	if !ok {
		return math.NaN()
	}
	return u.total / float64(u.n)
}
