package main

import (
	"errors"
	"fmt"
	"hash/crc32"
	"sync"
)

var errBusy = errors.New("server busy")

type remote interface {
	store(name string, data []byte) (uint32, error)
}

// flaky refuses every third request.
type flaky struct {
	mu    sync.Mutex
	calls int
	files map[string]uint32
}

func (f *flaky) store(name string, data []byte) (uint32, error) {
	sum := crc32.ChecksumIEEE(data)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls++
	if f.calls%3 == 0 {
		return 0, fmt.Errorf("%s: %w", name, errBusy)
	}
	if f.files == nil {
		f.files = make(map[string]uint32)
	}
	f.files[name] = sum
	return sum, nil
}
