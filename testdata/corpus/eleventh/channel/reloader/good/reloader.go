// Package reloader re-reads a configuration whenever it is told that the
// source may have changed.
package reloader

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// Source yields the configuration in its current form.
type Source interface {
	Read() (string, error)
}

// SourceFunc makes a Source of a function.
type SourceFunc func() (string, error)

func (f SourceFunc) Read() (string, error) { return f() }

// Reloader holds the last configuration that could be read.
type Reloader struct {
	src   Source
	wake  chan struct{}
	quit  chan struct{}
	once  sync.Once
	ended sync.WaitGroup
	value atomic.Value
}

// Start reads the configuration once and then waits for Changed.
func Start(src Source) (*Reloader, error) {
	first, err := src.Read()
	if err != nil {
		return nil, fmt.Errorf("initial load: %w", err)
	}
	r := &Reloader{
		src:  src,
		wake: make(chan struct{}, 1),
		quit: make(chan struct{}),
	}
	r.value.Store(first)
	r.ended.Add(1)
	go r.loop()
	return r, nil
}

func (r *Reloader) loop() {
	defer r.ended.Done()
	for {
		select {
		case <-r.quit:
			return
		case <-r.wake:
			if v, err := r.src.Read(); err == nil {
				r.value.Store(v)
			}
		}
	}
}

// Changed asks for a reload and returns immediately. Requests made while
// one is already waiting are merged with it.
func (r *Reloader) Changed() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// Value returns the configuration in force.
func (r *Reloader) Value() string {
	return r.value.Load().(string)
}

// Stop ends the reloading; the last value stays available.
func (r *Reloader) Stop() {
	r.once.Do(func() { close(r.quit) })
	r.ended.Wait()
}
