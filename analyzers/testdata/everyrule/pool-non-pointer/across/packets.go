// Package packets reads packets into buffers from a pool.
package packets

import (
	"io"
	"sync"
)

const size = 1500

var buffers = sync.Pool{
	New: func() any { return make([]byte, size) },
}

func buffer() []byte {
	return buffers.Get().([]byte)
}

func recycle(b []byte) {
	buffers.Put(b[:size]) // BUG
}

// Count reads packets until the end and returns the number of zero bytes.
func Count(r io.Reader) (zeros int, err error) {
	b := buffer()
	defer recycle(b)
	for {
		n, err := r.Read(b)
		for _, c := range b[:n] {
			if c == 0 {
				zeros++
			}
		}
		if err == io.EOF {
			return zeros, nil
		}
		if err != nil {
			return zeros, err
		}
	}
}
