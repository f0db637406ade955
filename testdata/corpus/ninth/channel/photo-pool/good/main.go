package main

import (
	"fmt"
	"sync"
	"time"
)

type photo struct {
	id     int
	pixels int
}

type thumb struct {
	id     int
	pixels int
	by     string
}

type worker struct {
	name string
	pool *pool
}

func (w worker) run() {
	for p := range w.pool.jobs {
		time.Sleep(100 * time.Microsecond)
		w.pool.results <- thumb{p.id, p.pixels / 10, w.name}
	}
}

type pool struct {
	jobs    chan photo
	results chan thumb
	workers []worker
}

func newPool(n int) *pool {
	p := &pool{jobs: make(chan photo), results: make(chan thumb, 100)}
	for i := 0; i < n; i++ {
		p.workers = append(p.workers, worker{fmt.Sprintf("w%d", i), p})
	}
	return p
}

func (p *pool) process(photos []photo) []thumb {
	var wg sync.WaitGroup
	for _, w := range p.workers {
		wg.Go(w.run)
	}
	for _, ph := range photos {
		p.jobs <- ph
	}
	close(p.jobs)
	wg.Wait()
	close(p.results)

	var thumbs []thumb
	for t := range p.results {
		thumbs = append(thumbs, t)
	}
	return thumbs
}

func main() {
	var photos []photo
	for i := range 20 {
		photos = append(photos, photo{i, 1000 * i})
	}
	p := newPool(4)
	thumbs := p.process(photos)
	fmt.Println(len(thumbs), "thumbs")
}
