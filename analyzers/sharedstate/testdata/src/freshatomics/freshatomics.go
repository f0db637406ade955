// Package freshatomics compares and stores in two steps where nobody else can.
package freshatomics

import (
	"sync"
	"sync/atomic"
)

// Tracker has one writer, its own goroutine; anyone may read.
type Tracker struct {
	high  atomic.Int64
	count atomic.Int64
	wg    sync.WaitGroup
}

func Track(in <-chan int64) *Tracker {
	t := &Tracker{}
	t.wg.Go(func() {
		for v := range in {
			t.raise(v)
			t.setCount(t.Count() + 1)
		}
	})
	return t
}

func (t *Tracker) raise(v int64) {
	if v > t.high.Load() {
		t.high.Store(v)
	}
}

func (t *Tracker) setCount(n int64) { t.count.Store(n) }

func (t *Tracker) Count() int64 { return t.count.Load() }
func (t *Tracker) High() int64  { return t.high.Load() }
func (t *Tracker) Wait()        { t.wg.Wait() }

// Config is copy-on-write, writers are serialised.
type Config struct {
	mu  sync.Mutex
	cur atomic.Pointer[map[string]string]
}

func NewConfig() *Config {
	c := &Config{}
	c.cur.Store(&map[string]string{})
	return c
}

func (c *Config) load() map[string]string { return *c.cur.Load() }

func (c *Config) Set(k, v string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	old := c.load()
	next := make(map[string]string, len(old)+1)
	for a, b := range old {
		next[a] = b
	}
	next[k] = v
	c.cur.Store(&next)
}

func (c *Config) Get(k string) string { return c.load()[k] }

// Seq adjusts its start before the value is shared.
type Seq struct{ n atomic.Uint64 }

func NewSeq(start uint64, floor uint64) *Seq {
	s := &Seq{}
	s.n.Store(start)
	if s.n.Load() < floor {
		s.n.Store(floor)
	}
	return s
}

func (s *Seq) Next() uint64 { return s.n.Add(1) }

// Rotate: the swap decides who reports, the load is a cheap filter.
type Meter struct{ n atomic.Int64 }

func (m *Meter) Inc() { m.n.Add(1) }

func (m *Meter) Drain(f func(int64)) {
	if m.n.Load() == 0 {
		return
	}
	if n := m.n.Swap(0); n > 0 {
		f(n)
	}
}
