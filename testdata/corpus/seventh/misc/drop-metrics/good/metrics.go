// Package metrics takes events without ever holding up the caller.
package metrics

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Sink counts events by name.
type Sink struct {
	events  chan string
	dropped atomic.Int64
	stop    chan struct{}
	wg      sync.WaitGroup
	counts  map[string]int
}

// Start makes a sink with a buffer.
func Start(buffer int) *Sink {
	s := &Sink{
		events: make(chan string, buffer),
		stop:   make(chan struct{}),
		counts: make(map[string]int),
	}
	s.wg.Add(1)
	go s.gather()
	return s
}

// Event counts an event, or drops it when too many come at once.
func (s *Sink) Event(name string) {
	select {
	case s.events <- name:
	default:
		s.dropped.Add(1)
	}
}

func (s *Sink) gather() {
	defer s.wg.Done()
	for {
		select {
		case name := <-s.events:
			s.counts[name]++
			continue
		default:
		}
		// nothing there at the moment
		select {
		case <-s.stop:
			s.drain()
			return
		default:
			time.Sleep(time.Millisecond)
		}
	}
}

func (s *Sink) drain() {
	for {
		select {
		case name := <-s.events:
			s.counts[name]++
		default:
			return
		}
	}
}

// Stop ends the sink; nobody may send events any more. It returns the counts
// and the number of dropped events.
func (s *Sink) Stop() (map[string]int, int64) {
	close(s.stop)
	s.wg.Wait()
	return s.counts, s.dropped.Load()
}

// spin is a tiny lock for very short sections.
type spin struct{ held atomic.Bool }

func (s *spin) Lock() {
	for !s.held.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
}

func (s *spin) Unlock() { s.held.Store(false) }

// Gauge is a number with its extremes.
type Gauge struct {
	mu       spin
	min, max float64
	set      bool
}

// Set takes a new value.
func (g *Gauge) Set(v float64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.set {
		g.min, g.max, g.set = v, v, true
	}
	g.min = min(g.min, v)
	g.max = max(g.max, v)
}

// Range returns the extremes.
func (g *Gauge) Range() (float64, float64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.min, g.max
}
