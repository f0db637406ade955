// Package atomichelpers counts through small functions that are given the address of a counter.
package atomichelpers

import "sync/atomic"

func bump(counter *int64, n int64) { atomic.AddInt64(counter, n) }

func load(counter *int64) int64 { return atomic.LoadInt64(counter) }

func addTo(counter *int64, n int64) { *counter += n }

// A Gauge may be shared by many connections.
type Gauge struct{ bytes, calls int64 }

// Record accounts one transfer of n bytes.
func (g *Gauge) Record(n int) {
	bump(&g.bytes, int64(n))
	bump(&g.calls, 1)
}

// Bytes is how much was transferred.
func (g *Gauge) Bytes() int64 {
	return g.bytes // want `^likely data race: Bytes reads g.bytes plainly, while bump uses it with sync/atomic.*\(mixed-atomic\)`
}

// Calls is the number of transfers.
func (g *Gauge) Calls() int64 { return load(&g.calls) }

// A Tally is for one goroutine: nothing about it is atomic.
type Tally struct{ bytes int64 }

// Record accounts one transfer of n bytes.
func (t *Tally) Record(n int) { addTo(&t.bytes, int64(n)) }

// Bytes is how much was transferred.
func (t *Tally) Bytes() int64 { return t.bytes }

// A Line is made complete before anybody else sees it.
type Line struct{ length int64 }

// NewLine counts what it begins with, and then hands the line out.
func NewLine(text string) *Line {
	l := &Line{length: 1}
	l.length += int64(len(text))
	return l
}

// Grow makes it longer.
func (l *Line) Grow(n int64) { bump(&l.length, n) }

// Length tells how long it is.
func (l *Line) Length() int64 { return load(&l.length) }
