// Package sensor remembers the highest value that any sensor has measured.
package sensor

import "sync"

var peak struct {
	sync.RWMutex
	value float64
	from  string
}

// A Sensor measures something. All sensors may be used at the same time.
type Sensor struct {
	Name string
}

// Report tells the package about a measurement.
func (s *Sensor) Report(v float64) {
	peak.Lock()
	defer peak.Unlock()
	if v > peak.value {
		peak.value = v
		peak.from = s.Name
	}
}

// Peak returns the highest value so far.
func (s *Sensor) Peak() float64 {
	peak.RLock()
	defer peak.RUnlock()
	return peak.value
}

// Leads tells whether this sensor has measured the highest value.
func (s *Sensor) Leads() bool {
	return peak.from == s.Name // BUG unlocked-field
}
