package main

import (
	"fmt"
	"path"
	"sync"
	"sync/atomic"
)

type dir struct {
	name  string
	files []int // sizes
	subs  []dir
}

type usage struct {
	wg    sync.WaitGroup
	bytes atomic.Int64
	dirs  atomic.Int32
	limit chan struct{}
}

func (u *usage) visit(prefix string, d dir) {
	defer u.wg.Done()
	u.limit <- struct{}{}
	defer func() { <-u.limit }()
	u.dirs.Add(1)
	for _, size := range d.files {
		u.bytes.Add(int64(size))
	}
	for _, s := range d.subs {
		u.wg.Add(1) // our own count keeps Wait waiting
		go u.visit(path.Join(prefix, d.name), s)
	}
}

func main() {
	root := dir{"home", []int{10}, []dir{
		{"ann", []int{100, 200}, []dir{{"photos", []int{5000, 7000}, nil}}},
		{"bob", nil, []dir{{"a", []int{1}, []dir{{"b", []int{2}, nil}}}}},
	}}
	u := usage{limit: make(chan struct{}, 2)}
	u.wg.Add(1)
	go u.visit("/", root)
	u.wg.Wait()
	fmt.Println(u.dirs.Load(), "directories,", u.bytes.Load(), "bytes")
}
