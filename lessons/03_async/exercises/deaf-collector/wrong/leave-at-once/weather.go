// Package weather collects readings of weather stations.
package weather

import (
	"context"
	"errors"
)

// A Reading is one temperature.
type Reading struct {
	Station string
	Celsius float64
}

// A Store keeps readings. It refuses to work when its context has ended.
type Store interface {
	Save(ctx context.Context, readings []Reading) error
}

// batch is how many readings are saved at once.
const batch = 3

// A Collector takes readings from many stations and saves them in batches.
type Collector struct {
	store    Store
	readings chan Reading
	done     chan struct{} // closed when the collector has ended
	err      error         // what could not be saved; read it after done
}

// Start starts a collector, which works until ctx ends.
func Start(ctx context.Context, store Store) *Collector {
	c := &Collector{store: store, readings: make(chan Reading), done: make(chan struct{})}
	go c.collect(ctx)
	return c
}

// Readings is where the stations send.
func (c *Collector) Readings() chan<- Reading { return c.readings }

// Wait waits until the collector has ended. All readings that it has taken are
// then saved, or the error says what was not.
func (c *Collector) Wait() error {
	<-c.done
	return c.err
}

func (c *Collector) collect(ctx context.Context) {
	defer close(c.done)
	var taken []Reading
	for {
		select {
		case r := <-c.readings:
			taken = append(taken, r)
		case <-ctx.Done():
			return
		}
		if len(taken) == batch {
			c.err = errors.Join(c.err, c.store.Save(ctx, taken))
			taken = nil
		}
	}
}
