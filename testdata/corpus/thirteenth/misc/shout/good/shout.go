// Package shout renders log lines without garbage.
package shout

import (
	"bytes"
	"io"
	"strconv"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Field is a number with a name.
type Field struct {
	Key string
	Val int
}

func withBuffer(fn func(*bytes.Buffer)) {
	b := pool.Get().(*bytes.Buffer)
	b.Reset()
	defer pool.Put(b)
	fn(b)
}

func render(b *bytes.Buffer, msg string, fields []Field) {
	b.WriteString(msg)
	for _, f := range fields {
		b.WriteByte(' ')
		b.WriteString(f.Key)
		b.WriteByte('=')
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(f.Val), 10))
	}
}

// Line returns the rendered line.
func Line(msg string, fields ...Field) (line string) {
	withBuffer(func(b *bytes.Buffer) {
		render(b, msg, fields)
		line = b.String()
	})
	return line
}

// Write renders a line to w, which must not keep the bytes.
func Write(w io.Writer, msg string, fields ...Field) (err error) {
	withBuffer(func(b *bytes.Buffer) {
		render(b, msg, fields)
		b.WriteByte('\n')
		_, err = w.Write(b.Bytes())
	})
	return err
}
