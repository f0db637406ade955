package main

import (
	"errors"
	"io/fs"
	"path"
	"sync"
)

// walker is the state of one walk.
type walker struct {
	fsys  fs.FS
	wg    sync.WaitGroup
	slots chan struct{}

	mu    sync.Mutex
	bytes int64
	files int
	errs  []error
}

// Size walks the tree below root, reading several directories at a time.
func Size(fsys fs.FS, root string) (bytes int64, files int, err error) {
	w := &walker{fsys: fsys, slots: make(chan struct{}, 8)}
	w.wg.Add(1)
	go w.dir(root)
	w.wg.Wait()
	return w.bytes, w.files, errors.Join(w.errs...)
}

func (w *walker) dir(name string) {
	defer w.wg.Done()
	for _, e := range w.read(name) {
		if e.IsDir() {
			w.wg.Add(1)
			go w.dir(path.Join(name, e.Name()))
			continue
		}
		info, err := e.Info()
		if err != nil {
			w.fail(err)
			continue
		}
		w.mu.Lock()
		w.bytes += info.Size()
		w.files++
		w.mu.Unlock()
	}
}

func (w *walker) read(name string) []fs.DirEntry {
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	entries, err := fs.ReadDir(w.fsys, name)
	if err != nil {
		w.fail(err)
		return nil
	}
	return entries
}

func (w *walker) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.errs = append(w.errs, err)
}
