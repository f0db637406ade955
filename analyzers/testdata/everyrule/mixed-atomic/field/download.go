// Package download counts the bytes of running downloads.
package download

import (
	"io"
	"sync/atomic"
)

type counters struct {
	received int64
	chunks   int64
}

// A Download may be watched while it runs.
type Download struct {
	Size int64
	counters
}

// Write counts what has arrived.
func (d *Download) Write(p []byte) (int, error) {
	atomic.AddInt64(&d.received, int64(len(p)))
	atomic.AddInt64(&d.chunks, 1)
	return len(p), nil
}

// Start copies from r in the background.
func (d *Download) Start(r io.Reader) <-chan error {
	done := make(chan error, 1)
	go func() {
		_, err := io.Copy(d, r)
		done <- err
	}()
	return done
}

// Finished tells whether everything has arrived.
func (d *Download) Finished() bool {
	return d.received == d.Size // BUG
}

// Chunks tells in how many pieces the file came.
func (d *Download) Chunks() int64 { return atomic.LoadInt64(&d.chunks) }
