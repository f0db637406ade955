// Package framer builds length-prefixed, checksummed frames.
package framer

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"sync"
)

var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Header is anything that can write itself in front of a payload.
type Header interface {
	AppendTo(b *bytes.Buffer)
}

// Kind is the simplest header: one byte.
type Kind byte

func (k Kind) AppendTo(b *bytes.Buffer) { b.WriteByte(byte(k)) }

// Frame encodes a message. The result belongs to the caller.
func Frame(h Header, payload []byte) []byte {
	buf := scratch.Get().(*bytes.Buffer)
	defer scratch.Put(buf)
	buf.Reset()

	h.AppendTo(buf)
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(payload)))
	buf.Write(n[:])
	buf.Write(payload)
	buf.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(payload)))
	return bytes.Clone(buf.Bytes())
}

// Payload checks a frame with a one-byte header and returns its content.
func Payload(frame []byte) ([]byte, bool) {
	if len(frame) < 9 {
		return nil, false
	}
	n := int(binary.BigEndian.Uint32(frame[1:]))
	if len(frame) != 9+n {
		return nil, false
	}
	body := frame[5 : 5+n]
	return body, crc32.ChecksumIEEE(body) == binary.BigEndian.Uint32(frame[5+n:])
}
