package metrics

import (
	"fmt"
	"io"
	"math"
	"sync"
	"sync/atomic"
)

// Metric can be written out.
type Metric interface {
	Name() string
	write(w io.Writer)
}

type desc struct {
	name, help string
}

func (d desc) Name() string { return d.name }

func (d desc) header(w io.Writer, kind string) {
	fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n", d.name, d.help, d.name, kind)
}

// Counter only grows.
type Counter struct {
	desc
	n atomic.Uint64
}

// Inc adds one.
func (c *Counter) Inc() { c.n.Add(1) }

func (c *Counter) write(w io.Writer) {
	c.header(w, "counter")
	fmt.Fprintf(w, "%s %d\n", c.name, c.n.Load())
}

// Gauge goes up and down.
type Gauge struct {
	desc
	bits atomic.Uint64
}

// Set sets the gauge.
func (g *Gauge) Set(v float64) { g.bits.Store(math.Float64bits(v)) }

func (g *Gauge) write(w io.Writer) {
	g.header(w, "gauge")
	fmt.Fprintf(w, "%s %g\n", g.name, math.Float64frombits(g.bits.Load()))
}

// Histogram counts values by size.
type Histogram struct {
	desc
	bounds []float64

	mu     sync.Mutex
	counts []uint64
	sum    float64
	total  uint64
}

// Observe counts a value.
func (h *Histogram) Observe(v float64) {
	i := 0
	for i < len(h.bounds) && v > h.bounds[i] {
		i++
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.counts[i]++
	h.sum += v
	h.total++
}

// Mean is the mean of the values.
func (h *Histogram) Mean() float64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.total == 0 {
		return 0
	}
	return h.sum / float64(h.total)
}

func (h *Histogram) write(w io.Writer) {
	h.header(w, "histogram")
	var below uint64
	for i, b := range h.bounds {
		below += h.counts[i] // BUG: unlocked-read
		fmt.Fprintf(w, "%s_bucket{le=\"%g\"} %d\n", h.name, b, below)
	}
	fmt.Fprintf(w, "%s_sum %g\n%s_count %d\n", h.name, h.sum, h.name, h.total) // BUG: unlocked-read
}
