// Command spool feeds a printer from a queue.
package main

import (
	"fmt"
	"sync"
)

type printer struct {
	mu    sync.Mutex
	pages int
}

type queue struct {
	mu   sync.Mutex
	jobs int
}

func (p *printer) load(n int) {
	p.mu.Lock() // BUG?
	defer p.mu.Unlock()
	p.pages += n
}

func (q *queue) pop() {
	q.mu.Lock() // BUG?
	defer q.mu.Unlock()
	q.jobs--
}

func submit(q *queue, p *printer) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs++
	p.load(1) // BUG?
}

func finish(p *printer, q *queue) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pages--
	q.pop() // BUG?
}

func main() {
	p, q := &printer{}, &queue{}
	var wg sync.WaitGroup
	for range 1000 {
		wg.Go(func() { submit(q, p) })
		wg.Go(func() { finish(p, q) })
	}
	wg.Wait()
	fmt.Println(p.pages, q.jobs)
}
