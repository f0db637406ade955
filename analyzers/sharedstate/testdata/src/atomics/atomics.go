// Package atomics uses its fields through sync/atomic only.
package atomics

import (
	"sync"
	"sync/atomic"
)

type Stats struct {
	hits   atomic.Int64
	misses int64
	ready  atomic.Bool
	config atomic.Pointer[Config]
	names  atomic.Value
	mu     sync.Mutex
	note   string
}

type Config struct{ limit int }

func (s *Stats) Hit()  { s.hits.Add(1) }
func (s *Stats) Miss() { atomic.AddInt64(&s.misses, 1) }

func (s *Stats) Ratio() float64 {
	return float64(s.hits.Load()) / float64(atomic.LoadInt64(&s.misses))
}

// Publish writes before it publishes; readers load first.
func (s *Stats) Publish(limit int) {
	c := &Config{}
	c.limit = limit
	s.config.Store(c)
	s.ready.Store(true)
}

func (s *Stats) Limit() int {
	if c := s.config.Load(); c != nil {
		return c.limit
	}
	return 0
}

func (s *Stats) Note(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.note = text
}

func (s *Stats) Max(n int64) {
	for {
		old := s.hits.Load()
		if old >= n || s.hits.CompareAndSwap(old, n) {
			return
		}
	}
}

// Run publishes a plain variable by an atomic flag.
func Run() string {
	text := ""
	var ready atomic.Bool
	done := make(chan struct{})
	go func() {
		text = "written before the flag"
		ready.Store(true)
		close(done)
	}()
	if ready.Load() {
		return text
	}
	<-done
	return text
}
