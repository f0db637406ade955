package main

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"sync"
	"time"
)

// Histogram counts durations in buckets of growing width.
type Histogram struct {
	sync.Mutex
	bounds []time.Duration
	counts []int
	total  int
}

func NewHistogram(bounds ...time.Duration) *Histogram {
	sort.Slice(bounds, func(i, j int) bool { return bounds[i] < bounds[j] })
	return &Histogram{
		bounds: bounds,
		counts: make([]int, len(bounds)+1),
	}
}

func (h *Histogram) Observe(d time.Duration) {
	i := sort.Search(len(h.bounds), func(i int) bool { return d <= h.bounds[i] })
	h.Lock()
	defer h.Unlock()
	h.counts[i]++
	h.total++
}

// Quantile returns the upper bound of the bucket in which the q-th part of
// all observations lies.
func (h *Histogram) Quantile(q float64) time.Duration {
	h.Lock()
	defer h.Unlock()
	want := int(q * float64(h.total))
	for i, n := range h.counts[:len(h.bounds)] {
		want -= n
		if want <= 0 {
			return h.bounds[i]
		}
	}
	return h.bounds[len(h.bounds)-1]
}

func (h *Histogram) Total() int {
	h.Lock()
	defer h.Unlock()
	return h.total
}

type monitor struct {
	latency *Histogram
	stop    chan struct{}
}

func (m *monitor) watch(every time.Duration, seen *[]time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			*seen = append(*seen, m.latency.Quantile(0.9))
		case <-m.stop:
			return
		}
	}
}

func main() {
	m := monitor{
		latency: NewHistogram(5*time.Millisecond, 10*time.Millisecond, 50*time.Millisecond, 200*time.Millisecond),
		stop:    make(chan struct{}),
	}
	var seen []time.Duration
	watching := make(chan struct{})
	go func() {
		defer close(watching)
		m.watch(2*time.Millisecond, &seen)
	}()

	var clients sync.WaitGroup
	for range 3 {
		clients.Go(func() {
			for range 50 {
				d := time.Duration(rand.IntN(60)) * time.Millisecond
				m.latency.Observe(d)
				time.Sleep(200 * time.Microsecond)
			}
		})
	}
	clients.Wait()
	close(m.stop)
	<-watching
	fmt.Println("observations:", m.latency.Total(), "final p90:", m.latency.Quantile(0.9))
	fmt.Println("watched:", len(seen) > 0)
}
