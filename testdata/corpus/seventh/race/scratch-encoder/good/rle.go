// Package rle packs rows of an image by run length.
package rle

import "sync"

// Encoder packs images. It keeps a scratch buffer to save allocations.
type Encoder struct {
	scratch sync.Pool
	maxRun  byte
}

// NewEncoder makes an encoder for rows of at most width pixels.
func NewEncoder(width int) *Encoder {
	e := &Encoder{maxRun: 255}
	e.scratch.New = func() any {
		buf := make([]byte, 0, 2*width)
		return &buf
	}
	return e
}

// Encode packs all rows, several at a time.
func (e *Encoder) Encode(rows [][]byte) [][]byte {
	out := make([][]byte, len(rows))
	var wg sync.WaitGroup
	for i, row := range rows {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = e.row(row)
		}()
	}
	wg.Wait()
	return out
}

func (e *Encoder) row(pix []byte) []byte {
	p := e.scratch.Get().(*[]byte)
	defer e.scratch.Put(p)
	buf := (*p)[:0]
	for i := 0; i < len(pix); {
		run := byte(1)
		for i+int(run) < len(pix) && pix[i+int(run)] == pix[i] && run < e.maxRun {
			run++
		}
		buf = append(buf, run, pix[i])
		i += int(run)
	}
	*p = buf
	return append([]byte(nil), buf...)
}
