package main

import (
	"fmt"
	"sync"
)

type pipeline struct {
	done chan struct{}
	wg   sync.WaitGroup
}

func newPipeline() *pipeline { return &pipeline{done: make(chan struct{})} }

func (p *pipeline) stop() {
	close(p.done)
	p.wg.Wait()
}

// send delivers v unless the pipeline was stopped.
func send[T any](p *pipeline, out chan<- T, v T) bool {
	select {
	case out <- v:
		return true
	case <-p.done:
		return false
	}
}

func numbers(p *pipeline) <-chan int {
	out := make(chan int)
	p.wg.Go(func() {
		defer close(out)
		for i := 2; send(p, out, i); i++ {
		}
	})
	return out
}

func mapTo[A, B any](p *pipeline, in <-chan A, f func(A) B) <-chan B {
	out := make(chan B, 4)
	p.wg.Go(func() {
		defer close(out)
		for a := range in {
			if !send(p, out, f(a)) {
				return
			}
		}
	})
	return out
}

func filter(p *pipeline, in <-chan int, keep func(int) bool) <-chan int {
	out := make(chan int)
	p.wg.Go(func() {
		defer close(out)
		for v := range in {
			if keep(v) && !send(p, out, v) {
				return
			}
		}
	})
	return out
}

func prime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

func main() {
	p := newPipeline()
	defer p.stop()
	squares := mapTo(p, filter(p, numbers(p), prime), func(n int) string { return fmt.Sprint(n * n) })
	for s := range squares {
		if len(s) > 4 {
			fmt.Println("first:", s)
			break
		}
	}
}
