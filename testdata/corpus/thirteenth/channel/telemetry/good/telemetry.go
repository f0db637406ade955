// Package telemetry groups measurements and ships them in batches.
package telemetry

import (
	"sync"
	"time"
)

// Point is one measurement.
type Point struct {
	Name  string
	Value float64
}

// Sink takes batches, for instance to send them over the network.
type Sink interface {
	Ship([]Point)
}

// SinkFunc adapts a function to Sink.
type SinkFunc func([]Point)

func (f SinkFunc) Ship(p []Point) { f(p) }

// Batcher collects points and ships them when the batch is full, or at the
// latest after the interval. Close it when done.
type Batcher struct {
	sink Sink
	size int
	quit chan struct{}
	idle sync.WaitGroup
	once sync.Once

	mu   sync.Mutex
	open []Point
}

// NewBatcher starts a batcher.
func NewBatcher(sink Sink, size int, every time.Duration) *Batcher {
	b := &Batcher{sink: sink, size: size, quit: make(chan struct{})}
	b.idle.Go(func() { b.loop(every) })
	return b
}

func (b *Batcher) loop(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			b.flush()
		case <-b.quit:
			return
		}
	}
}

// Add records a point.
func (b *Batcher) Add(p Point) {
	b.mu.Lock()
	b.open = append(b.open, p)
	full := len(b.open) >= b.size
	b.mu.Unlock()
	if full {
		b.flush()
	}
}

func (b *Batcher) flush() {
	b.mu.Lock()
	batch := b.open
	b.open = nil
	b.mu.Unlock()
	if len(batch) > 0 {
		b.sink.Ship(batch)
	}
}

// Close ships what is left and releases the batcher.
func (b *Batcher) Close() {
	b.once.Do(func() { close(b.quit) })
	b.idle.Wait()
	b.flush()
}
