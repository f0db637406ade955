package wal

import (
	"errors"
	"fmt"
	"sync"
)

// ErrClosed is returned by Append after Close.
var ErrClosed = errors.New("wal: closed")

// Sink stores the records of a group at once.
type Sink interface {
	WriteGroup(recs [][]byte) error
}

// Log collects records and gives them to its sink in groups.
type Log struct {
	sink  Sink
	queue chan []byte
	done  chan struct{}

	mu     sync.Mutex
	buf    []byte
	closed bool
	next   uint64

	errMu sync.Mutex
	err   error
}

// Open starts a log that commits up to group records at once.
func Open(sink Sink, group int) *Log {
	l := &Log{
		sink:  sink,
		queue: make(chan []byte, 4*group),
		done:  make(chan struct{}),
	}
	go l.commitLoop(group)
	return l
}

// Append adds a record and returns its number.
func (l *Log) Append(r Record) (uint64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return 0, ErrClosed
	}
	if err := l.Err(); err != nil {
		return 0, fmt.Errorf("append %s: %w", r.Key, err)
	}
	l.buf = appendRecord(l.buf[:0], r) // BUG: buffer-reuse, data-race
	l.queue <- l.buf                   // BUG: buffer-reuse, data-race
	l.next++
	return l.next, nil
}

func (l *Log) commitLoop(group int) {
	defer close(l.done)
	var recs [][]byte
	for b := range l.queue {
		recs = append(recs[:0], b)
	fill:
		for len(recs) < group {
			select {
			case b, ok := <-l.queue:
				if !ok {
					break fill
				}
				recs = append(recs, b)
			default:
				break fill
			}
		}
		if err := l.sink.WriteGroup(recs); err != nil {
			l.fail(err)
		}
	}
}

func (l *Log) fail(err error) {
	l.errMu.Lock()
	defer l.errMu.Unlock()
	if l.err == nil {
		l.err = err
	}
}

// Err is the first error of the sink.
func (l *Log) Err() error {
	l.errMu.Lock()
	defer l.errMu.Unlock()
	return l.err
}

// Close commits what is left.
func (l *Log) Close() error {
	l.mu.Lock()
	if !l.closed {
		l.closed = true
		close(l.queue)
	}
	l.mu.Unlock()
	<-l.done
	return l.Err()
}
