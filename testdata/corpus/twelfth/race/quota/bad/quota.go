// Package quota caps the bytes that tenants may keep in flight.
package quota

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

var ErrExceeded = errors.New("quota exceeded")

// Budget hands out bytes.
type Budget interface {
	Take(n int64) error
	Give(n int64)
}

// Unlimited never refuses.
type Unlimited struct{}

func (Unlimited) Take(int64) error { return nil }
func (Unlimited) Give(int64)       {}

// Fixed is a Budget with a hard ceiling.
type Fixed struct {
	limit  int64
	used   atomic.Int64
	peak   atomic.Int64
	denied atomic.Uint64
}

func NewFixed(limit int64) *Fixed { return &Fixed{limit: limit} }

func (f *Fixed) Take(n int64) error {
	if n < 0 {
		return fmt.Errorf("quota: negative size %d", n)
	}
	if f.used.Load()+n > f.limit { // BUG: check-then-act
		f.denied.Add(1)
		return ErrExceeded
	}
	f.raisePeak(f.used.Add(n)) // BUG: check-then-act
	return nil
}

func (f *Fixed) Give(n int64) { f.used.Add(-n) }

func (f *Fixed) raisePeak(v int64) {
	for {
		old := f.peak.Load()
		if v <= old || f.peak.CompareAndSwap(old, v) {
			return
		}
	}
}

// Used, Peak and Denied are for metrics.
func (f *Fixed) Used() int64    { return f.used.Load() }
func (f *Fixed) Peak() int64    { return f.peak.Load() }
func (f *Fixed) Denied() uint64 { return f.denied.Load() }

type meteredWriter struct {
	w     io.Writer
	b     Budget
	taken int64
}

// Meter wraps w so that everything written is charged to b until Close.
func Meter(w io.Writer, b Budget) io.WriteCloser {
	return &meteredWriter{w: w, b: b}
}

func (m *meteredWriter) Write(p []byte) (int, error) {
	if err := m.b.Take(int64(len(p))); err != nil {
		return 0, err
	}
	m.taken += int64(len(p))
	return m.w.Write(p)
}

func (m *meteredWriter) Close() error {
	m.b.Give(m.taken)
	m.taken = 0
	return nil
}
