// Package shipper sends log lines in batches.
package shipper

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// ErrClosed is returned after Close.
var ErrClosed = errors.New("shipper: closed")

// Level is the weight of a line.
type Level int

const (
	Debug Level = iota
	Info
	Error
)

func (l Level) String() string { return [...]string{"DEBUG", "INFO", "ERROR"}[l] }

type record struct {
	level Level
	text  string
	at    time.Time
}

func (r record) format(b *bytes.Buffer) {
	fmt.Fprintf(b, "%s %-5s %s\n", r.at.Format(time.TimeOnly), r.level, r.text)
}

// Config tunes a Shipper.
type Config struct {
	Queue    int
	Batch    int
	Interval time.Duration
	Min      Level
}

func (c Config) withDefaults() Config {
	if c.Batch <= 0 {
		c.Batch = 10
	}
	if c.Interval <= 0 {
		c.Interval = 5 * time.Millisecond
	}
	return c
}

// Shipper writes batches to w.
type Shipper struct {
	cfg    Config
	w      io.Writer
	queue  chan record
	mu     sync.RWMutex
	closed bool
	done   sync.WaitGroup
	wrote  atomic.Int64
}

// New starts a shipper.
func New(w io.Writer, cfg Config) *Shipper {
	cfg = cfg.withDefaults()
	s := &Shipper{cfg: cfg, w: w, queue: make(chan record, cfg.Queue)}
	s.done.Add(1)
	go s.loop()
	return s
}

// Log queues a line.
func (s *Shipper) Log(l Level, format string, args ...any) error {
	if l < s.cfg.Min {
		return nil
	}
	r := record{l, fmt.Sprintf(format, args...), time.Now()}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return ErrClosed
	}
	s.queue <- r
	return nil
}

func (s *Shipper) loop() {
	defer s.done.Done()
	tick := time.NewTicker(s.cfg.Interval)
	defer tick.Stop()
	batch := make([]record, 0, s.cfg.Batch)
	for {
		select {
		case r, ok := <-s.queue:
			if !ok {
				s.flush(batch)
				return
			}
			batch = append(batch, r)
			if len(batch) == s.cfg.Batch {
				s.flush(batch)
				batch = batch[:0]
			}
		case <-tick.C:
			s.flush(batch)
			batch = batch[:0]
		}
	}
}

func (s *Shipper) flush(batch []record) {
	if len(batch) == 0 {
		return
	}
	var b bytes.Buffer
	for _, r := range batch {
		r.format(&b)
	}
	time.Sleep(time.Millisecond) // network
	s.w.Write(b.Bytes())
	s.wrote.Add(int64(len(batch)))
}

// Close flushes what is queued and returns the number of lines written.
func (s *Shipper) Close() int64 {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return s.wrote.Load()
	}
	s.closed = true
	close(s.queue)
	s.mu.Unlock()
	s.done.Wait()
	return s.wrote.Load()
}
