// Package waitedinorder adds in goroutines for which other functions wait, in an order that
// something ensures.
package waitedinorder

import (
	"net"
	"sync"
)

// A Feed counts before it starts.
type Feed struct{ wg sync.WaitGroup }

func (f *Feed) Publish(items []string) {
	for range items {
		f.wg.Add(1)
		go f.send()
	}
}

func (f *Feed) send() { defer f.wg.Done() }

func (f *Feed) Flush() { f.wg.Wait() }

// A Crawler's pages add for themselves while the first one is counted from outside.
type Crawler struct{ wg sync.WaitGroup }

func (c *Crawler) Run(url string) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		c.follow(url)
	}()
}

func (c *Crawler) follow(url string) { go c.fetch(url) }

func (c *Crawler) fetch(url string) {
	c.wg.Add(1)
	defer c.wg.Done()
	_ = url
}

func (c *Crawler) Close() { c.wg.Wait() }

// A Server's loop adds for those that it starts itself, and is waited for by its own means.
type Server struct {
	wg       sync.WaitGroup
	listener net.Listener
	ended    chan struct{}
}

func (s *Server) Start() { go s.accept() }

func (s *Server) accept() {
	defer close(s.ended)
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.wg.Add(1)
		go func() {
			defer s.wg.Done()
			conn.Close()
		}()
	}
}

func (s *Server) Close() {
	s.listener.Close()
	<-s.ended
	s.wg.Wait()
}

// A Single counts the one that it starts first of all.
type Single struct{ wg sync.WaitGroup }

func (s *Single) Start() { go s.split() }

func (s *Single) split() {
	s.wg.Add(1)
	go func() { defer s.wg.Done() }()
}

func (s *Single) Wait() { s.wg.Wait() }

// A Worker says that it runs before Start returns.
type Worker struct {
	wg   sync.WaitGroup
	runs chan struct{}
}

func (w *Worker) Start() {
	go w.run()
	<-w.runs
}

func (w *Worker) run() {
	w.wg.Add(1)
	defer w.wg.Done()
	w.runs <- struct{}{}
}

func (w *Worker) Stop() { w.wg.Wait() }

// A Pump is told to end by a value that it has to take.
type Pump struct {
	wg   sync.WaitGroup
	quit chan bool
}

func (p *Pump) Start() { go p.run() }

func (p *Pump) run() {
	p.wg.Add(1)
	defer p.wg.Done()
	<-p.quit
}

func (p *Pump) Stop() {
	p.quit <- true
	p.wg.Wait()
}

// A Pool lets nobody in who comes after Close.
type Pool struct {
	mu     sync.Mutex
	closed bool
	wg     sync.WaitGroup
}

func (p *Pool) Go(f func()) { go p.run(f) }

func (p *Pool) run(f func()) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return
	}
	p.wg.Add(1)
	p.mu.Unlock()
	defer p.wg.Done()
	f()
}

func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.wg.Wait()
}

// Nobody waits for a Gauge.
type Gauge struct{ wg sync.WaitGroup }

func (g *Gauge) Start() { go g.run() }

func (g *Gauge) run() {
	g.wg.Add(1)
	defer g.wg.Done()
}

// A batch is used inside this package only, which knows when to wait.
type batch struct {
	wg  sync.WaitGroup
	out chan int
}

func (b *batch) start() { go b.work() }

func (b *batch) work() {
	b.wg.Add(1)
	defer b.wg.Done()
	b.out <- 1
}

func (b *batch) wait() { b.wg.Wait() }

func use(b *batch) int {
	b.start()
	n := <-b.out
	b.wait()
	return n
}

// The callback tells that it runs.
type bell struct{ wg sync.WaitGroup }

func (b *bell) ring(f func()) { go b.call(f) }

func (b *bell) call(f func()) {
	b.wg.Add(1)
	defer b.wg.Done()
	f()
}

func (b *bell) wait() { b.wg.Wait() }

func hear(b *bell) {
	rung := make(chan string)
	b.ring(func() { rung <- "ding" })
	<-rung
	b.wait()
}
