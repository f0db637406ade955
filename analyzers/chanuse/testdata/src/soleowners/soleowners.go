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

// Cache tells all who wait for a key; who has given up is waited for, for ever. That others
// count its entries helps nobody.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	waiters map[K][]chan V
	entries map[K]V
}

func NewCache[K comparable, V any]() *Cache[K, V] {
	return &Cache[K, V]{waiters: make(map[K][]chan V), entries: make(map[K]V)}
}

func (c *Cache[K, V]) Get(ctx context.Context, key K, load func(K) V) (V, error) {
	ch := make(chan V)
	c.mu.Lock()
	running := len(c.waiters[key]) > 0
	c.waiters[key] = append(c.waiters[key], ch)
	c.mu.Unlock()
	if !running {
		go c.fetch(key, load)
	}
	select {
	case v := <-ch:
		return v, nil
	case <-ctx.Done():
		var zero V
		return zero, ctx.Err()
	}
}

func (c *Cache[K, V]) fetch(key K, load func(K) V) {
	v := load(key)
	c.mu.Lock()
	waiters := c.waiters[key]
	delete(c.waiters, key)
	c.entries[key] = v
	c.mu.Unlock()
	for _, w := range waiters {
		w <- v // want `likely goroutine leak: the send to .* waits for ever when its receiver has left first.* \(abandoned-send\)`
	}
}

func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}

// Desk has a drain beside: Drop receives what nobody wants.
type Desk struct {
	mu      sync.Mutex
	waiters []chan int
}

func NewDesk() *Desk { return &Desk{} }

func (d *Desk) Ask(ctx context.Context) int {
	ch := make(chan int)
	d.mu.Lock()
	d.waiters = append(d.waiters, ch)
	d.mu.Unlock()
	go func() { ch <- 1 }()
	select {
	case n := <-ch:
		return n
	case <-ctx.Done():
		return 0
	}
}

func (d *Desk) Drop() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, ch := range d.waiters {
		<-ch
	}
	d.waiters = nil
}
