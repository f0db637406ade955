// Package batch collects items and flushes them by size or age.
package batch

import (
	"errors"
	"sync/atomic"
	"time"
)

// ErrClosed is returned by Add after Close.
var ErrClosed = errors.New("batch: closed")

// FlushFunc stores a batch. The slice is its own.
type FlushFunc[T any] func(items []T) error

// Batcher collects items of one type.
type Batcher[T any] struct {
	flush  FlushFunc[T]
	size   int
	maxAge time.Duration

	in     chan T
	quit   chan struct{}
	done   chan struct{}
	closed atomic.Bool
	stats  counters
}

// New starts a Batcher.
func New[T any](size int, maxAge time.Duration, flush FlushFunc[T]) *Batcher[T] {
	b := &Batcher[T]{
		flush:  flush,
		size:   size,
		maxAge: maxAge,
		in:     make(chan T),
		quit:   make(chan struct{}),
		done:   make(chan struct{}),
	}
	go b.loop()
	return b
}

// Add hands over an item; it blocks while a batch is flushed.
func (b *Batcher[T]) Add(item T) error {
	if b.closed.Load() {
		return ErrClosed
	}
	select {
	case b.in <- item:
		b.stats.added.Add(1)
		return nil
	case <-b.quit:
		return ErrClosed
	}
}

func (b *Batcher[T]) loop() {
	defer close(b.done)
	timer := time.NewTimer(b.maxAge)
	defer timer.Stop()
	var pending []T
	emit := func() {
		if len(pending) == 0 {
			return
		}
		if err := b.flush(pending); err != nil {
			b.stats.failed.Add(int64(len(pending)))
		}
		b.stats.batches.Add(1)
		pending = nil
	}
	defer emit()
	for {
		select {
		case <-b.quit:
			return
		case item := <-b.in:
			if len(pending) == 0 {
				timer.Reset(b.maxAge)
			}
			pending = append(pending, item)
			if len(pending) >= b.size {
				emit()
			}
		case <-timer.C:
			emit()
		}
	}
}

// Close flushes what is pending.
func (b *Batcher[T]) Close() {
	if b.closed.CompareAndSwap(false, true) {
		close(b.quit)
	}
	<-b.done
}
