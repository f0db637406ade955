// Package plainbesideatomic uses fields with sync/atomic, and without.
package plainbesideatomic

import "sync/atomic"

type Stats struct{ hits int64 }

func (s *Stats) Hit() { atomic.AddInt64(&s.hits, 1) }

func (s *Stats) Hits() int64 {
	return s.hits // want `likely data race: Hits reads s.hits plainly, while Hit uses it with sync/atomic: all uses must be atomic \(mixed-atomic\)`
}

// A Meter is used with sync/atomic once it is made.
type Meter struct{ total int64 }

func NewMeter(start int64) *Meter {
	m := new(Meter)
	m.total = start
	return m
}

func (m *Meter) Add(n int64)  { atomic.AddInt64(&m.total, n) }
func (m *Meter) Total() int64 { return atomic.LoadInt64(&m.total) }

// A Gate reads plainly what its compare-and-swap verifies: an old value does no harm.
type Gate struct{ state int32 }

func (g *Gate) TryEnter() bool {
	old := g.state
	if old != 0 {
		return false
	}
	return atomic.CompareAndSwapInt32(&g.state, old, 1)
}

func (g *Gate) Leave() { atomic.StoreInt32(&g.state, 0) }
