// Package frames reads length-prefixed blocks. Reading is overlapped with
// whatever the caller does with the blocks.
package frames

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

var ErrChecksum = errors.New("frames: checksum mismatch")

// MaxSize limits a single block.
const MaxSize = 1 << 16

type frame struct {
	body []byte
	err  error
}

func checksum(p []byte) (c byte) {
	for _, b := range p {
		c = c<<1 | c>>7
		c ^= b
	}
	return c
}

// Encode writes all blocks to w.
func Encode(w io.Writer, blocks ...[]byte) error {
	bw := bufio.NewWriter(w)
	var head [3]byte
	binary.BigEndian.PutUint16(head[:], uint16(len(blocks)))
	bw.Write(head[:2])
	for _, b := range blocks {
		if len(b) >= MaxSize {
			return fmt.Errorf("frames: block of %d bytes", len(b))
		}
		binary.BigEndian.PutUint16(head[:], uint16(len(b)))
		head[2] = checksum(b)
		bw.Write(head[:])
		bw.Write(b)
	}
	return bw.Flush()
}

func readOne(r io.Reader) frame {
	var head [3]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return frame{err: fmt.Errorf("frames: header: %w", err)}
	}
	body := make([]byte, binary.BigEndian.Uint16(head[:]))
	if _, err := io.ReadFull(r, body); err != nil {
		return frame{err: fmt.Errorf("frames: body: %w", err)}
	}
	if checksum(body) != head[2] {
		return frame{err: ErrChecksum}
	}
	return frame{body: body}
}

// pump delivers count frames, or fewer of which the last carries an error.
func pump(r io.Reader, count int, out chan<- frame) {
	for range count {
		f := readOne(r)
		out <- f
		if f.err != nil {
			return
		}
	}
}

// Decode hands every block in r to visit. The blocks after a failed visit are
// read but not shown to it.
func Decode(r io.Reader, visit func(i int, body []byte) error) error {
	var head [2]byte
	br := bufio.NewReader(r)
	if _, err := io.ReadFull(br, head[:]); err != nil {
		return fmt.Errorf("frames: count: %w", err)
	}
	count := int(binary.BigEndian.Uint16(head[:]))
	in := make(chan frame)
	go pump(br, count, in)

	var failed error
	for i := range count {
		f := <-in
		if f.err != nil {
			return errors.Join(failed, f.err)
		}
		if failed == nil {
			failed = visit(i, f.body)
		}
	}
	return failed
}
