// Command dusage adds up file sizes below a directory, one goroutine per
// directory, at most a few of them reading at a time.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"
	"sync/atomic"
	"testing/fstest"
)

type usage struct {
	fsys  fs.FS
	slots chan struct{}
	wg    sync.WaitGroup

	files atomic.Int64
	bytes atomic.Int64

	mu   sync.Mutex
	errs []error
}

func newUsage(fsys fs.FS, readers int) *usage {
	return &usage{fsys: fsys, slots: make(chan struct{}, readers)}
}

func (u *usage) readDir(dir string) []fs.DirEntry {
	u.slots <- struct{}{}
	defer func() { <-u.slots }()
	ents, err := fs.ReadDir(u.fsys, dir)
	if err != nil {
		u.mu.Lock()
		u.errs = append(u.errs, err)
		u.mu.Unlock()
	}
	return ents
}

func (u *usage) visit(dir string) {
	defer u.wg.Done()
	for _, e := range u.readDir(dir) {
		if e.IsDir() {
			u.wg.Add(1)
			go u.visit(path.Join(dir, e.Name()))
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue
		}
		u.files.Add(1)
		u.bytes.Add(info.Size())
	}
}

func (u *usage) total(root string) (files, bytes int64) {
	u.wg.Add(1)
	u.visit(root)
	u.wg.Wait()
	return u.files.Load(), u.bytes.Load()
}

func demoTree() fs.FS {
	m := fstest.MapFS{}
	for _, a := range []string{"src", "doc", "img"} {
		for _, b := range []string{"x", "y", "x/deep", "x/deep/er"} {
			for i := range 3 {
				name := fmt.Sprintf("%s/%s/file%d.txt", a, b, i)
				m[name] = &fstest.MapFile{Data: make([]byte, 100)}
			}
		}
	}
	return m
}

func main() {
	fsys := demoTree()
	if len(os.Args) > 1 {
		fsys = os.DirFS(os.Args[1])
	}
	u := newUsage(fsys, 4)
	files, bytes := u.total(".")
	u.mu.Lock()
	for _, err := range u.errs {
		fmt.Fprintln(os.Stderr, err)
	}
	u.mu.Unlock()
	fmt.Printf("%d files, %d bytes\n", files, bytes)
}
