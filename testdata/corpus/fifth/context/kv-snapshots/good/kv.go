// Package kv is a map that is written to a sink from time to time.
package kv

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"sync"
	"time"
)

type Store struct {
	mu    sync.RWMutex
	data  map[string]string
	dirty bool

	sink   io.Writer
	cancel context.CancelFunc
	done   chan struct{}
	err    error // valid after done is closed
}

// Open starts a store that snapshots to sink.
func Open(sink io.Writer, every time.Duration) *Store {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Store{data: make(map[string]string), sink: sink, cancel: cancel, done: make(chan struct{})}
	go s.loop(ctx, every)
	return s
}

func (s *Store) loop(ctx context.Context, every time.Duration) {
	defer close(s.done)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.note(s.snapshot())
		case <-ctx.Done():
			s.note(s.snapshot())
			return
		}
	}
}

func (s *Store) note(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *Store) snapshot() error {
	s.mu.Lock()
	if !s.dirty {
		s.mu.Unlock()
		return nil
	}
	s.dirty = false
	c := maps.Clone(s.data)
	s.mu.Unlock()
	return json.NewEncoder(s.sink).Encode(c)
}

func (s *Store) Put(k, v string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.data[k] = v
	s.dirty = true
}

func (s *Store) Get(k string) (string, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.data[k]
	return v, ok
}

// Close writes the last snapshot and returns the first error of any.
func (s *Store) Close() error {
	s.cancel()
	<-s.done
	return s.err
}
