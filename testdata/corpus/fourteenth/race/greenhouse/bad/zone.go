package greenhouse

import "sync"

// Reading is one sample taken in a zone.
type Reading struct {
	Celsius  float64
	Humidity float64
}

type guarded struct {
	sync.Mutex
	last  Reading
	count int
}

// Zone collects the samples of one bed.
type Zone struct {
	Name string
	guarded
}

// NewZone returns a zone without samples.
func NewZone(name string) *Zone { return &Zone{Name: name} }

// Record stores the newest sample.
func (z *Zone) Record(r Reading) {
	z.Lock()
	defer z.Unlock()
	z.last = r // BUG: unlocked-read
	z.count++
}

// Count tells how many samples have come in.
func (z *Zone) Count() int {
	z.Lock()
	defer z.Unlock()
	return z.count
}

// TooHot tells whether the newest sample is above the limit.
func (z *Zone) TooHot(limit float64) bool {
	return z.last.Celsius > limit // BUG: unlocked-read
}
