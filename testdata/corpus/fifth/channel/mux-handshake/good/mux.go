// Package mux shares one connection among several streams.
package mux

import (
	"errors"
	"io"
	"sync"
	"time"
)

var ErrTimeout = errors.New("mux: handshake timed out")

type Conn io.ReadWriteCloser

// Dialer opens the connection below.
type Dialer func() (Conn, error)

type Mux struct {
	mu      sync.Mutex
	conn    Conn
	streams map[uint32]*Stream
	next    uint32
}

type Stream struct {
	ID  uint32
	mux *Mux
}

type dialed struct {
	conn Conn
	err  error
}

// Open dials and gives up after d.
func Open(dial Dialer, d time.Duration) (*Mux, error) {
	ch := make(chan dialed)
	gone := make(chan struct{})
	go func() {
		c, err := dial()
		select {
		case ch <- dialed{c, err}:
		case <-gone:
			if err == nil {
				c.Close()
			}
		}
	}()
	select {
	case r := <-ch:
		if r.err != nil {
			return nil, r.err
		}
		return &Mux{conn: r.conn, streams: make(map[uint32]*Stream)}, nil
	case <-time.After(d):
		close(gone)
		return nil, ErrTimeout
	}
}

// Stream opens a new stream.
func (m *Mux) Stream() *Stream {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next++
	s := &Stream{ID: m.next, mux: m}
	m.streams[s.ID] = s
	return s
}

// Write sends one frame: stream, length, data.
func (s *Stream) Write(p []byte) (int, error) {
	if len(p) > 255 {
		p = p[:255]
	}
	frame := append([]byte{byte(s.ID), byte(len(p))}, p...)
	s.mux.mu.Lock()
	defer s.mux.mu.Unlock()
	if _, err := s.mux.conn.Write(frame); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (s *Stream) Close() error {
	s.mux.mu.Lock()
	defer s.mux.mu.Unlock()
	delete(s.mux.streams, s.ID)
	return nil
}
