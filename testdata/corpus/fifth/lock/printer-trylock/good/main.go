package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type printer struct {
	mu    sync.Mutex
	pages int
}

type office struct {
	near, far printer
	later     atomic.Int32
}

func (p *printer) try(pages int) bool {
	if !p.mu.TryLock() {
		return false
	}
	defer p.mu.Unlock()
	p.pages += pages
	return true
}

func (o *office) print(pages int) {
	if o.near.try(pages) || o.far.try(pages) {
		return
	}
	o.later.Add(1)
	o.near.mu.Lock()
	o.near.pages += pages
	o.near.mu.Unlock()
}

func main() {
	var o office
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { o.print(i) })
	}
	wg.Wait()
	fmt.Println(o.near.pages+o.far.pages == 190, o.later.Load() <= 20)
}
