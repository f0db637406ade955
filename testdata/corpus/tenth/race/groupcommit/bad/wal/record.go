// Package wal is a write-ahead log that commits in groups.
package wal

import (
	"encoding/binary"
	"hash/crc32"
)

// Record is one entry of the log.
type Record struct {
	Key   string
	Value string
}

// appendRecord encodes r behind b.
func appendRecord(b []byte, r Record) []byte {
	start := len(b)
	b = append(b, 0, 0, 0, 0)
	b = binary.AppendUvarint(b, uint64(len(r.Key)))
	b = append(b, r.Key...)
	b = binary.AppendUvarint(b, uint64(len(r.Value)))
	b = append(b, r.Value...)
	binary.LittleEndian.PutUint32(b[start:], crc32.ChecksumIEEE(b[start+4:]))
	return b
}

// Verify checks the sum of one encoded record.
func Verify(b []byte) bool {
	return len(b) >= 4 && binary.LittleEndian.Uint32(b) == crc32.ChecksumIEEE(b[4:])
}
