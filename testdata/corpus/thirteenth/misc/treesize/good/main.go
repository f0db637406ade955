package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type folder struct {
	files []int
	sub   []*folder
}

func grow(depth, fan int) *folder {
	f := &folder{files: []int{depth, fan}}
	if depth > 0 {
		for range fan {
			f.sub = append(f.sub, grow(depth-1, fan))
		}
	}
	return f
}

type walker struct {
	wg    sync.WaitGroup
	bytes atomic.Int64
}

func (w *walker) visit(f *folder) {
	defer w.wg.Done()
	for _, s := range f.sub {
		w.wg.Add(1)
		go w.visit(s)
	}
	for _, n := range f.files {
		w.bytes.Add(int64(n))
	}
}

func main() {
	var w walker
	w.wg.Add(1)
	go w.visit(grow(4, 3))
	w.wg.Wait()
	fmt.Println("bytes:", w.bytes.Load())
}
