// Package batch collects small writes into big ones.
package batch

import (
	"errors"
	"io"
	"sync"
)

// ErrClosed is returned by Write after Close.
var ErrClosed = errors.New("batch: writer is closed")

// Writer gathers records until size bytes are there, and then writes them to
// the destination in the background. Records never get torn apart. Write may
// be called by several goroutines.
type Writer struct {
	dst  io.Writer
	size int
	out  sync.Mutex // keeps the batches apart
	wg   sync.WaitGroup

	mu     sync.Mutex
	buf    []byte
	closed bool
	err    error
}

func NewWriter(dst io.Writer, size int) *Writer {
	return &Writer{dst: dst, size: size, buf: make([]byte, 0, size)}
}

// Write adds a record. Errors of the destination come back by Close.
func (w *Writer) Write(rec []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return 0, ErrClosed
	}
	if len(w.buf)+len(rec) > w.size {
		w.flush()
	}
	w.buf = append(w.buf, rec...) // BUG: buffer-reuse
	return len(rec), nil
}

// flush hands the buffer to a goroutine; mu is held.
func (w *Writer) flush() {
	if len(w.buf) == 0 {
		return
	}
	full := w.buf // BUG: buffer-reuse
	w.wg.Add(1)
	go w.writeOut(full) // BUG: buffer-reuse
	w.buf = w.buf[:0]   // BUG: buffer-reuse
}

func (w *Writer) writeOut(p []byte) {
	defer w.wg.Done()
	w.out.Lock()
	_, err := w.dst.Write(p) // BUG: buffer-reuse
	w.out.Unlock()
	if err != nil {
		w.mu.Lock()
		w.err = errors.Join(w.err, err)
		w.mu.Unlock()
	}
}

// Close writes what is left and waits until everything is out.
func (w *Writer) Close() error {
	w.mu.Lock()
	w.closed = true
	w.flush()
	w.mu.Unlock()
	w.wg.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.err
}
