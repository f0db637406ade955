// Package record keeps the highest value ever seen and a stack of recent ones.
package record

import (
	"math"
	"sync/atomic"
)

type node struct {
	val  float64
	next *node
}

// Record is safe for concurrent use. Make it with New.
type Record struct {
	best  atomic.Uint64
	count atomic.Int64
	head  atomic.Pointer[node]
}

// New makes a record without values.
func New() *Record {
	r := &Record{}
	r.best.Store(math.Float64bits(math.Inf(-1)))
	return r
}

// Add takes a value and reports whether it is a new record.
func (r *Record) Add(v float64) bool {
	r.count.Add(1)
	n := &node{val: v}
	for {
		old := r.head.Load()
		n.next = old
		if r.head.CompareAndSwap(old, n) {
			break
		}
	}
	for {
		old := r.best.Load()
		if v <= math.Float64frombits(old) {
			return false
		}
		if r.best.CompareAndSwap(old, math.Float64bits(v)) {
			return true
		}
	}
}

// Best is the highest value.
func (r *Record) Best() float64 { return math.Float64frombits(r.best.Load()) }

// Count is the number of values seen.
func (r *Record) Count() int64 { return r.count.Load() }

// Drain takes all values off the stack, the newest first.
func (r *Record) Drain() []float64 {
	var out []float64
	for n := r.head.Swap(nil); n != nil; n = n.next {
		out = append(out, n.val)
	}
	return out
}
