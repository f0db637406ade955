// Package walk visits a tree of folders with a bounded number of readers.
package walk

import (
	"errors"
	"sync"
)

// Entry is a file or a folder.
type Entry struct {
	Name string
	Dir  bool
	Size int64
}

// FS lists folders.
type FS interface {
	List(path string) ([]Entry, error)
}

// Summary is what a walk found.
type Summary struct {
	Files int
	Dirs  int
	Bytes int64
}

type walker struct {
	fs    FS
	slots chan struct{}
	wg    sync.WaitGroup

	mu   sync.Mutex
	sum  Summary
	errs []error
}

// Walk visits all folders below root.
func Walk(fs FS, root string, readers int) (Summary, error) {
	w := &walker{fs: fs, slots: make(chan struct{}, readers)}
	w.wg.Add(1)
	go w.dir(root)
	w.wg.Wait()
	return w.sum, errors.Join(w.errs...)
}

// dir visits one folder; its own count is given back when those of the
// folders below are taken.
func (w *walker) dir(path string) {
	defer w.wg.Done()
	entries, err := w.list(path)
	if err != nil {
		w.fail(err)
		return
	}
	var found Summary
	found.Dirs++
	for _, e := range entries {
		if e.Dir {
			w.wg.Add(1)
			go w.dir(path + "/" + e.Name)
			continue
		}
		found.Files++
		found.Bytes += e.Size
	}
	w.add(found)
}

func (w *walker) list(path string) ([]Entry, error) {
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	return w.fs.List(path)
}

func (w *walker) add(s Summary) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sum.Files += s.Files
	w.sum.Dirs += s.Dirs
	w.sum.Bytes += s.Bytes
}

func (w *walker) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.errs = append(w.errs, err)
}
