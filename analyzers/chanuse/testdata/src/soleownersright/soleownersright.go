// Package soleownersright has objects whose channels one method alone uses,
// and others beside it that only seem to be so.
package soleownersright

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

// Pool drains while it waits.
type Pool struct {
	jobs    chan int
	results chan int
	wg      sync.WaitGroup
}

func NewPool() *Pool { return &Pool{jobs: make(chan int), results: make(chan int)} }

func (p *Pool) Run(n int) (sum int) {
	for range 3 {
		p.wg.Add(1)
		go p.work()
	}
	go func() {
		for i := range n {
			p.jobs <- i
		}
		close(p.jobs)
	}()
	go func() {
		p.wg.Wait()
		close(p.results)
	}()
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

// Fetcher leaves room for an answer that nobody takes.
type Fetcher struct{ out chan string }

func NewFetcher() *Fetcher { return &Fetcher{out: make(chan string, 1)} }

func (f *Fetcher) Get(ctx context.Context, load func() string) (string, error) {
	go func() { f.out <- load() }()
	select {
	case s := <-f.out:
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Gate's channel comes from who makes it.
type Gate struct {
	open chan struct{}
	name string
}

func NewGate(open chan struct{}, name string) *Gate { return &Gate{open, name} }

func (g *Gate) Run() {
	done := make(chan struct{})
	go func() {
		<-g.open
		close(done)
	}()
	<-done
}

// Feed gives its channel away.
type Feed struct{ items chan int }

func NewFeed() *Feed { return &Feed{items: make(chan int)} }

func (f *Feed) Start() <-chan int {
	go func() {
		defer close(f.items)
		for i := range 10 {
			f.items <- i
		}
	}()
	return f.items
}

// Bus gives functions away that use its channel.
type Bus struct {
	events chan string
	Push   func(string)
}

func NewBus() *Bus {
	b := &Bus{events: make(chan string)}
	b.Push = func(s string) { b.events <- s }
	return b
}

func (b *Bus) Run() {
	go func() {
		for e := range b.events {
			println(e)
		}
	}()
}

// Server has its own handler.
type Server struct{ requests chan string }

func NewServer() *Server { return &Server{requests: make(chan string)} }

func (s *Server) Run() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { s.requests <- r.URL.Path })
	go func() {
		for path := range s.requests {
			println(path)
		}
	}()
}

// Limited gives its places back in the goroutines.
type Limited struct {
	places chan struct{}
	wg     sync.WaitGroup
	mu     sync.Mutex
	errs   []error
}

func NewLimited(n int) *Limited { return &Limited{places: make(chan struct{}, n)} }

func (l *Limited) Do(tasks []func() error) error {
	for _, task := range tasks {
		l.places <- struct{}{}
		l.wg.Add(1)
		go l.one(task)
	}
	l.wg.Wait()
	return errors.Join(l.errs...)
}

func (l *Limited) one(task func() error) {
	defer l.wg.Done()
	defer func() { <-l.places }()
	if err := task(); err != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.errs = append(l.errs, err)
	}
}

// Clock ticks as long as its context lives.
type Clock struct {
	ticks chan time.Time
	wg    sync.WaitGroup
}

func NewClock() *Clock { return &Clock{ticks: make(chan time.Time)} }

func (c *Clock) Run(ctx context.Context, each func(time.Time)) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		defer close(c.ticks)
		for {
			select {
			case c.ticks <- time.Now():
			case <-ctx.Done():
				return
			}
		}
	}()
	for t := range c.ticks {
		each(t)
	}
	c.wg.Wait()
}

// Queue is fed by one method and read by another.
type Queue struct{ items chan int }

func NewQueue() *Queue { return &Queue{items: make(chan int)} }

func (q *Queue) Fill(n int) {
	go func() {
		for i := range n {
			q.items <- i
		}
	}()
}

func (q *Queue) Take() int { return <-q.items }

// Signal is heard once, however often it is given.
type Signal struct {
	once sync.Once
	done chan struct{}
}

func NewSignal() *Signal { return &Signal{done: make(chan struct{})} }

func (s *Signal) Race(tasks []func()) {
	for _, task := range tasks {
		go func() {
			task()
			s.once.Do(func() { close(s.done) })
		}()
	}
	if len(tasks) > 0 {
		<-s.done
	}
}

// Worker's channel is in the hands of what it is registered with.
type Worker struct{ inbox chan int }

func NewWorker() *Worker { return &Worker{inbox: make(chan int)} }

var workers sync.Map

func (w *Worker) Run() {
	workers.Store("w", w.inbox)
	go func() {
		for n := range w.inbox {
			println(n)
		}
	}()
}

// Any is known to whoever has the value.
type Any struct{ C chan int }

func NewAny() *Any { return &Any{C: make(chan int)} }

func (a *Any) Run() {
	go func() {
		for n := range a.C {
			println(n)
		}
	}()
}
