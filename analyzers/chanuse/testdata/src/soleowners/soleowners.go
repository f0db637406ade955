// Package soleowners has methods that alone use the channels which the constructor of their
// object has made.
package soleowners

import (
	"context"
	"sync"
)

// Leaker never closes the jobs.
type Leaker struct {
	jobs chan int
	wg   sync.WaitGroup
}

func NewLeaker() *Leaker { return &Leaker{jobs: make(chan int)} }

func (l *Leaker) Run(n int) {
	for range 3 {
		l.wg.Add(1)
		go func() {
			defer l.wg.Done()
			for j := range l.jobs { // want `likely deadlock: the range over l.jobs waits for ever, because nobody closes l.jobs any more \(range-never-closed\)`
				println(j)
			}
		}()
	}
	for i := range n {
		l.jobs <- i
	}
	l.wg.Wait()
}

// Fetcher gives up and leaves the sender behind.
type Fetcher struct {
	out chan string
}

func NewFetcher() *Fetcher { return &Fetcher{out: make(chan string)} }

func (f *Fetcher) Get(ctx context.Context, load func() string) (string, error) {
	go func() { f.out <- load() }() // want `likely goroutine leak: the send to f.out waits for ever when its receiver has left first; .* \(abandoned-send\)`
	select {
	case s := <-f.out:
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Closes twice.
type Stopper struct {
	stop chan struct{}
}

func NewStopper() *Stopper { return &Stopper{stop: make(chan struct{})} }

func (s *Stopper) Run() {
	go func() {
		defer close(s.stop)
		println("done")
	}()
	<-s.stop
	close(s.stop) // want `likely panic: \(\*Stopper\).Run closes s.stop, which was closed already at soleowners.go:\d+ \(double-close\)`
}

// Pool waits before it drains.
type Pool struct {
	jobs    chan int
	results chan int
	wg      sync.WaitGroup
}

func NewPool() *Pool { return &Pool{jobs: make(chan int), results: make(chan int)} }

// Run: wait before drain.
func (p *Pool) Run(n int) (sum int) {
	for range 3 {
		p.wg.Add(1)
		go p.work()
	}
	for i := range n {
		p.jobs <- i
	}
	close(p.jobs)
	p.wg.Wait() // want `likely deadlock: \(\*Pool\).Run waits here for goroutines that are not done: .* \(wait-before-drain\)`
	close(p.results)
	for r := range p.results {
		sum += r
	}
	return sum
}

func (p *Pool) work() {
	defer p.wg.Done()
	for j := range p.jobs {
		p.results <- j * j
	}
}
