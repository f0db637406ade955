// Package progress downloads files and shows how far it has come.
package progress

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// A Download fetches several files at the same time.
type Download struct {
	total int64
	mu    sync.Mutex
	bytes int64 // how many have come; changed by every goroutine
}

// New returns a download of so many bytes in all.
func New(total int64) *Download {
	return &Download{total: total}
}

// Write counts bytes; it makes a Download an io.Writer that one can copy to.
func (d *Download) Write(p []byte) (int, error) {
	atomic.AddInt64(&d.bytes, int64(len(p)))
	return len(p), nil
}

// Percent returns how far the download has come.
func (d *Download) Percent() int {
	if d.total == 0 {
		return 100
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return int(d.bytes * 100 / d.total)
}

// Run fetches all files at once, and shows the progress to w meanwhile.
func (d *Download) Run(w io.Writer, files []io.Reader) error {
	errs := make([]error, len(files))
	var work sync.WaitGroup
	for i, file := range files {
		work.Go(func() { _, errs[i] = io.Copy(d, file) })
	}
	var shown error
	work.Go(func() { _, shown = fmt.Fprintf(w, "%d%%\n", d.Percent()) })
	work.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return shown
}
