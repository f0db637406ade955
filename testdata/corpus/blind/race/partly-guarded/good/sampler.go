// Package sampler reads a probe regularly and keeps a running summary.
package sampler

import (
	"fmt"
	"sync"
	"time"
)

// Probe returns a measurement.
type Probe interface {
	Read() (float64, error)
}

// Sampler runs a probe.
type Sampler struct {
	// set by New, never changed
	name  string
	probe Probe
	every time.Duration
	quit  chan struct{}
	done  chan struct{}

	// only used by loop
	last    float64
	skipped int

	mu    sync.Mutex // guards the fields below
	count int
	sum   float64
	err   error
}

// New starts sampling.
func New(name string, p Probe, every time.Duration) *Sampler {
	s := &Sampler{
		name:  name,
		probe: p,
		every: every,
		quit:  make(chan struct{}),
		done:  make(chan struct{}),
	}
	s.last = -1
	go s.loop()
	return s
}

// Name returns the name given to New.
func (s *Sampler) Name() string { return s.name }

func (s *Sampler) loop() {
	defer close(s.done)
	for {
		select {
		case <-s.quit:
			return
		case <-time.After(s.every):
			s.sample()
		}
	}
}

func (s *Sampler) sample() {
	v, err := s.probe.Read()
	if err == nil && v == s.last {
		s.skipped++
		return
	}
	s.last = v
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.err = fmt.Errorf("%s: %w", s.name, err)
		return
	}
	s.count++
	s.sum += v
}

// Mean returns the mean of all values that differed from the one before.
func (s *Sampler) Mean() (float64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil || s.count == 0 {
		return 0, s.err
	}
	return s.sum / float64(s.count), nil
}

// Stop ends sampling and tells how many equal values were skipped.
func (s *Sampler) Stop() (skipped int) {
	close(s.quit)
	<-s.done
	return s.skipped
}
