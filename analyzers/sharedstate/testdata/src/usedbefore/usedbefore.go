// Package usedbefore has objects that show what is wrong only once they have been in use.
package usedbefore

import (
	"errors"
	"sync"
)

var errEmpty = errors.New("empty")

// A Station brings its span up to date where others only read.
type Station struct {
	mu       sync.RWMutex
	readings []float64
	stale    bool
	low      float64
}

func NewStation() *Station { return &Station{stale: true} }

func (s *Station) Add(r float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readings = append(s.readings, r)
	s.stale = true
}

func (s *Station) Low() (float64, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if len(s.readings) == 0 {
		return 0, errEmpty
	}
	if s.stale { // related `^the other side: Low reads s\.stale holding s\.mu \(write-under-rlock\)$`
		s.refresh()
	}
	return s.low, nil // related `^the other side: Low reads s\.low holding s\.mu \(write-under-rlock\)$`
}

func (s *Station) refresh() {
	s.low = s.readings[0] // want `likely data race: refresh writes s.low under a read lock, while .* a read lock lets others read at the same time \(write-under-rlock\)`
	for _, r := range s.readings {
		s.low = min(s.low, r)
	}
	s.stale = false // want `likely data race: refresh writes s.stale under a read lock.* \(write-under-rlock\)`
}

// A Ready station takes the lock for writing where it brings its span up to date.
type Ready struct {
	mu       sync.RWMutex
	readings []float64
	stale    bool
	low      float64
}

func NewReady() *Ready { return &Ready{stale: true} }

func (s *Ready) Add(r float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readings = append(s.readings, r)
	s.stale = true
}

func (s *Ready) Low() (float64, error) {
	s.mu.RLock()
	if !s.stale {
		defer s.mu.RUnlock()
		return s.low, nil
	}
	s.mu.RUnlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.readings) == 0 {
		return 0, errEmpty
	}
	if s.stale {
		s.low = s.readings[0]
		for _, r := range s.readings {
			s.low = min(s.low, r)
		}
		s.stale = false
	}
	return s.low, nil
}
