// Package spool keeps log lines in memory and writes them out in the background.
package spool

import (
	"bytes"
	"io"
	"sync"
	"time"
)

// Spool is an io.Writer that never waits for its destination.
type Spool struct {
	dst io.Writer

	mu    sync.Mutex
	fresh *bytes.Buffer // guarded by mu
	spare *bytes.Buffer // only used by loop
	err   error         // guarded by mu

	wake chan struct{}
	quit chan struct{}
	done chan struct{}
}

func New(dst io.Writer, every time.Duration) *Spool {
	s := &Spool{
		dst:   dst,
		fresh: new(bytes.Buffer),
		spare: new(bytes.Buffer),
		wake:  make(chan struct{}, 1),
		quit:  make(chan struct{}),
		done:  make(chan struct{}),
	}
	go s.loop(every)
	return s
}

func (s *Spool) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.fresh.Write(p)
	if s.fresh.Len() > 4096 {
		select {
		case s.wake <- struct{}{}:
		default: // it has been told already
		}
	}
	return n, err
}

func (s *Spool) loop(every time.Duration) {
	defer close(s.done)
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-s.wake:
		case <-s.quit:
			s.flush()
			return
		}
		s.flush()
	}
}

func (s *Spool) flush() {
	s.mu.Lock()
	full := s.fresh
	s.fresh = s.spare
	s.mu.Unlock()

	_, err := s.dst.Write(full.Bytes())
	full.Reset()
	s.spare = full

	if err != nil {
		s.mu.Lock()
		s.err = err
		s.mu.Unlock()
	}
}

// Close flushes and ends the background work. It must be called once, and
// nothing must be written after it.
func (s *Spool) Close() error {
	close(s.quit)
	<-s.done
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}
