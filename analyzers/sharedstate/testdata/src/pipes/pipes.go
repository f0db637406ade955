// Package pipes has a bounded buffer with one Cond for both sides.
package pipes

import (
	"io"
	"sync"
)

type Buffer struct {
	mu    sync.Mutex
	cond  *sync.Cond
	data  []byte
	err   error
	limit int
}

func New(limit int) *Buffer {
	b := &Buffer{limit: limit}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *Buffer) Write(p []byte) (n int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.data)+len(p) > b.limit && b.err == nil {
		b.cond.Wait()
	}
	if b.err != nil {
		return 0, io.ErrClosedPipe
	}
	b.data = append(b.data, p...)
	b.cond.Broadcast()
	return len(p), nil
}

func (b *Buffer) Read(p []byte) (n int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.data) == 0 {
		if b.err != nil {
			return 0, b.err
		}
		b.cond.Wait()
	}
	n = copy(p, b.data)
	b.data = b.data[n:]
	b.cond.Broadcast()
	return n, nil
}

func (b *Buffer) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = io.EOF
		b.cond.Broadcast()
	}
	return nil
}

// Limit never changes.
func (b *Buffer) Limit() int { return b.limit }

func Copy(dst io.Writer, chunks [][]byte) error {
	b := New(8)
	errs := make(chan error, 1)
	go func() {
		defer b.Close()
		for _, c := range chunks {
			if _, err := b.Write(c); err != nil {
				errs <- err
				return
			}
		}
		errs <- nil
	}()
	_, err := io.Copy(dst, b)
	b.Close()
	if e := <-errs; err == nil {
		err = e
	}
	return err
}
