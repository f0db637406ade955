package main

import (
	"sync"
	"time"
)

type record struct {
	id    int
	tries int
}

// sink stores whole batches.
type sink interface {
	store([]record) (failed []record)
}

// writer collects records and stores them in batches.
type writer struct {
	mu      sync.Mutex
	pending []record
	size    int
	batches chan []record
	stored  int
	dropped int
	sink    sink
	done    chan struct{}
}

func newWriter(size int, s sink) *writer {
	w := &writer{size: size, sink: s, batches: make(chan []record), done: make(chan struct{})}
	go w.loop()
	return w
}

func (w *writer) loop() {
	defer close(w.done)
	for b := range w.batches {
		failed := w.sink.store(b)
		w.settle(len(b)-len(failed), failed)
	}
}

// settle counts what was stored and keeps the rest for later.
func (w *writer) settle(stored int, failed []record) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stored += stored
	for _, r := range failed {
		if r.tries++; r.tries >= 3 {
			w.dropped++
			continue
		}
		w.pending = append(w.pending, r)
	}
}

// add queues a record.
func (w *writer) add(r record) {
	w.mu.Lock()
	w.pending = append(w.pending, r)
	full := len(w.pending) >= w.size
	w.mu.Unlock()
	if full {
		w.flush()
	}
}

// flush hands the pending records to the loop.
func (w *writer) flush() {
	w.mu.Lock()
	b := w.pending
	w.pending = nil
	w.mu.Unlock()
	if len(b) > 0 {
		w.batches <- b
	}
}

func (w *writer) close() (stored, dropped int) {
	for range 4 {
		w.flush()
		time.Sleep(2 * time.Millisecond)
	}
	close(w.batches)
	<-w.done
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.stored, w.dropped
}
