// Package logger writes log lines with buffers from a pool.
package logger

import (
	"bytes"
	"io"
	"sync"
)

// A Logger may be used by several goroutines at once.
type Logger struct {
	pool sync.Pool

	mu sync.Mutex
	w  io.Writer
}

// New returns a logger that writes to w.
func New(w io.Writer) *Logger {
	l := &Logger{w: w}
	l.pool.New = func() any { return new(bytes.Buffer) }
	return l
}

// Print writes one line.
func (l *Logger) Print(text string) error {
	b := l.pool.Get().(*bytes.Buffer)
	b.Reset()
	b.WriteString(text)
	b.WriteByte('\n')
	l.pool.Put(b)
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.w.Write(b.Bytes()) // BUG
	return err
}
