package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type folder struct {
	name  string
	files int
	subs  []*folder
}

type walker struct {
	wg    sync.WaitGroup
	seen  atomic.Int32
	files atomic.Int64
}

func (w *walker) visit(f *folder) {
	defer w.wg.Done()
	w.seen.Add(1)
	w.files.Add(int64(f.files))
	for _, sub := range f.subs {
		w.wg.Add(1)
		go w.visit(sub)
	}
}

func build(name string, depth int) *folder {
	f := &folder{name: name, files: depth}
	for i := 0; i < depth; i++ {
		f.subs = append(f.subs, build(fmt.Sprint(name, "/", i), depth-1))
	}
	return f
}

func main() {
	var w walker
	w.wg.Add(1)
	go w.visit(build("home", 4))
	w.wg.Wait()
	fmt.Println(w.seen.Load(), "folders", w.files.Load(), "files")
}
