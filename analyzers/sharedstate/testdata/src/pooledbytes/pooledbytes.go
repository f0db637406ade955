// Package pooledbytes writes into buffers from a pool.
package pooledbytes

import (
	"bytes"
	"fmt"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func render(n int) []byte {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	buf.Reset()
	fmt.Fprint(buf, n)
	return buf.Bytes() // want `^data race: this returns memory that the deferred Put at pooledbytes.go:14 gives back.*\(pool-use-after-put\)`
}

// text makes a copy of its own.
func text(n int) string {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	buf.Reset()
	fmt.Fprint(buf, n)
	return buf.String()
}

func copied(n int) []byte {
	buf := pool.Get().(*bytes.Buffer)
	defer pool.Put(buf)
	buf.Reset()
	fmt.Fprint(buf, n)
	return bytes.Clone(buf.Bytes())
}

var _, _, _ = render, text, copied
