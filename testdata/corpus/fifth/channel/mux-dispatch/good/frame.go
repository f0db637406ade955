// Package mux sends many calls over one connection.
package mux

import (
	"encoding/binary"
	"errors"
	"io"
)

const maxFrame = 1 << 16

var errFrame = errors.New("mux: bad frame")

type frame struct {
	id   uint32
	body []byte
}

func writeFrame(w io.Writer, f frame) error {
	if len(f.body) > maxFrame {
		return errFrame
	}
	b := binary.BigEndian.AppendUint32(nil, f.id)
	b = binary.BigEndian.AppendUint32(b, uint32(len(f.body)))
	_, err := w.Write(append(b, f.body...))
	return err
}

func readFrame(r io.Reader) (f frame, err error) {
	var h [8]byte
	if _, err := io.ReadFull(r, h[:]); err != nil {
		return f, err
	}
	f.id = binary.BigEndian.Uint32(h[:])
	n := binary.BigEndian.Uint32(h[4:])
	if n > maxFrame {
		return f, errFrame
	}
	f.body = make([]byte, n)
	_, err = io.ReadFull(r, f.body)
	return f, err
}
