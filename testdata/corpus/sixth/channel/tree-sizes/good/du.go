// Package du sums up the sizes of files.
package du

import (
	"io/fs"
	"path"
	"sync"
)

type size struct {
	dir   string
	bytes int64
}

type walker struct {
	fsys  fs.FS
	slots chan struct{}
	sizes chan size
	wg    sync.WaitGroup
}

// Sum returns the size of each folder, without its sub-folders.
func Sum(fsys fs.FS, root string, parallel int) map[string]int64 {
	w := &walker{fsys: fsys, slots: make(chan struct{}, parallel), sizes: make(chan size)}
	w.wg.Add(1)
	go w.walk(root)
	go func() {
		w.wg.Wait()
		close(w.sizes)
	}()
	out := make(map[string]int64)
	for s := range w.sizes {
		out[s.dir] += s.bytes
	}
	return out
}

func (w *walker) walk(dir string) {
	defer w.wg.Done()
	for _, e := range w.entries(dir) {
		if e.IsDir() {
			w.wg.Add(1)
			go w.walk(path.Join(dir, e.Name()))
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue
		}
		w.sizes <- size{dir, info.Size()}
	}
}

func (w *walker) entries(dir string) []fs.DirEntry {
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	list, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		return nil
	}
	return list
}
