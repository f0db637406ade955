// Package poolhelpers gives buffers back by a method of its own.
package poolhelpers

import (
	"bytes"
	"sync"
)

type Encoder struct{ pool sync.Pool }

func (e *Encoder) release(b *bytes.Buffer) {
	if b.Cap() > 1<<16 {
		return
	}
	b.Reset()
	e.pool.Put(b)
}

func (e *Encoder) Line(text string) ([]byte, error) {
	b, _ := e.pool.Get().(*bytes.Buffer)
	defer e.release(b)
	if _, err := b.WriteString(text); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil // want `data race: this returns memory that the deferred Put at poolhelpers.go:\d+ gives back.*\(pool-use-after-put\)`
}

func (e *Encoder) Copy(text string) ([]byte, error) {
	b, _ := e.pool.Get().(*bytes.Buffer)
	defer e.release(b)
	if _, err := b.WriteString(text); err != nil {
		return nil, err
	}
	return bytes.Clone(bytes.TrimRight(b.Bytes(), "\n")), nil
}

func (e *Encoder) Text(text string) string {
	b, _ := e.pool.Get().(*bytes.Buffer)
	defer e.release(b)
	b.WriteString(text)
	return b.String()
}

// resets only makes it empty.
func resets(b *bytes.Buffer) { b.Reset() }

func Fresh(text string) []byte {
	b := new(bytes.Buffer)
	defer resets(new(bytes.Buffer))
	b.WriteString(text)
	return b.Bytes()
}
