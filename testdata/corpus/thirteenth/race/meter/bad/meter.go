// Package meter measures the throughput of readers and writers.
package meter

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// Clock can be replaced in tests.
type Clock func() time.Time

// Gauge sums up traffic. Many connections may share one Gauge.
type Gauge struct {
	clock Clock
	since time.Time
	bytes int64
	calls int64
}

// NewGauge starts counting now.
func NewGauge(c Clock) *Gauge {
	if c == nil {
		c = time.Now
	}
	return &Gauge{clock: c, since: c()}
}

func bump(counter *int64, n int) { atomic.AddInt64(counter, int64(n)) }

// Record accounts one transfer of n bytes.
func (g *Gauge) Record(n int) {
	bump(&g.bytes, n)
	bump(&g.calls, 1)
}

// Calls is the number of transfers.
func (g *Gauge) Calls() int64 { return atomic.LoadInt64(&g.calls) }

// Rate is the mean number of bytes per second since the start.
func (g *Gauge) Rate() float64 {
	secs := g.clock().Sub(g.since).Seconds()
	if secs <= 0 {
		return 0
	}
	return float64(g.bytes) / secs // BUG: atomic-mixed
}

func (g *Gauge) String() string {
	return fmt.Sprintf("%d calls, %.1f B/s", g.Calls(), g.Rate())
}

type metered struct {
	io.Writer
	g *Gauge
}

func (m metered) Write(p []byte) (int, error) {
	n, err := m.Writer.Write(p)
	m.g.Record(n)
	return n, err
}

// Wrap returns a writer that reports to g.
func (g *Gauge) Wrap(w io.Writer) io.Writer { return metered{w, g} }
