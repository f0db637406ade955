// Package rle packs rows of an image by run length.
package rle

import "sync"

// Encoder packs images. It keeps a scratch buffer to save allocations.
type Encoder struct {
	scratch []byte
	maxRun  byte
}

// NewEncoder makes an encoder for rows of at most width pixels.
func NewEncoder(width int) *Encoder {
	return &Encoder{scratch: make([]byte, 0, 2*width), maxRun: 255}
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
	buf := e.scratch[:0] // BUG: buffer-reuse, data-race
	for i := 0; i < len(pix); {
		run := byte(1)
		for i+int(run) < len(pix) && pix[i+int(run)] == pix[i] && run < e.maxRun {
			run++
		}
		buf = append(buf, run, pix[i]) // BUG: buffer-reuse, data-race
		i += int(run)
	}
	e.scratch = buf                    // BUG: buffer-reuse, data-race
	return append([]byte(nil), buf...) // BUG: buffer-reuse, data-race
}
