package main

import (
	"fmt"
	"sync"
)

type encoder struct {
	id   int
	buf  []byte
	jobs int
}

func (e *encoder) encode(s string) string {
	e.buf = e.buf[:0]
	for i := len(s) - 1; i >= 0; i-- {
		e.buf = append(e.buf, s[i])
	}
	e.jobs++
	return string(e.buf)
}

type pool struct {
	free chan *encoder
	all  []*encoder
}

func newPool(n int) *pool {
	p := &pool{free: make(chan *encoder, n)}
	for i := range n {
		e := &encoder{id: i}
		p.all = append(p.all, e)
		p.free <- e
	}
	return p
}

func (p *pool) with(f func(*encoder)) {
	e := <-p.free
	defer func() { p.free <- e }()
	f(e)
}

// drain takes all encoders back and sums up their jobs.
func (p *pool) drain() int {
	n := 0
	for range p.all {
		e := <-p.free
		n += e.jobs
	}
	return n
}

func main() {
	p := newPool(3)
	words := []string{"one", "two", "three", "four", "five", "six", "seven"}
	out := make([]string, len(words))
	var wg sync.WaitGroup
	for i, w := range words {
		wg.Go(func() {
			p.with(func(e *encoder) { out[i] = e.encode(w) })
		})
	}
	wg.Wait()
	fmt.Println(out, p.drain())
}
