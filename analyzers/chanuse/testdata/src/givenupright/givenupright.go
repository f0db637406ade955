// Package givenupright has owners of data that answer requests, and never wait for who has left.
package givenupright

import (
	"context"
	"errors"
	"time"
)

// There is room for the answer.
type request struct {
	key   string
	reply chan int
}

type Owner struct{ requests chan request }

func Open() *Owner {
	o := &Owner{requests: make(chan request)}
	go func() {
		for r := range o.requests {
			r.reply <- len(r.key)
		}
	}()
	return o
}

func (o *Owner) Get(ctx context.Context, key string) (int, error) {
	r := request{key, make(chan int, 1)}
	select {
	case o.requests <- r:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	select {
	case n := <-r.reply:
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// The answer has another way out.
type order struct {
	ctx   context.Context
	price chan int
}

type Shop struct{ orders chan order }

func (s *Shop) Serve() {
	for o := range s.orders {
		select {
		case o.price <- 3:
		case <-o.ctx.Done():
		}
	}
}

func (s *Shop) Ask(ctx context.Context) (int, error) {
	o := order{ctx, make(chan int)}
	s.orders <- o
	select {
	case n := <-o.price:
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Whoever asks warns after a while and goes on to wait.
type task struct{ done chan string }

type Pool struct{ tasks chan task }

func (p *Pool) Work() {
	for t := range p.tasks {
		t.done <- "done"
	}
}

func (p *Pool) Do(warn func()) string {
	t := task{make(chan string)}
	p.tasks <- t
	select {
	case text := <-t.done:
		return text
	case <-time.After(time.Second):
		warn()
	}
	return <-t.done
}

func (p *Pool) Poll(each func()) string {
	t := task{make(chan string)}
	p.tasks <- t
	for {
		select {
		case text := <-t.done:
			return text
		case <-time.After(time.Second):
			each()
		}
	}
}

// The owner tells when it has left, and then it answers no more.
type query struct{ answer chan int }

type Table struct {
	queries chan query
	quit    chan struct{}
	left    chan struct{}
}

func NewTable() *Table {
	t := &Table{queries: make(chan query), quit: make(chan struct{}), left: make(chan struct{})}
	go t.serve()
	return t
}

func (t *Table) serve() {
	defer close(t.left)
	for {
		select {
		case q := <-t.queries:
			q.answer <- 42
		case <-t.quit:
			return
		}
	}
}

func (t *Table) Close() { close(t.quit) }

func (t *Table) Ask() (int, error) {
	q := query{make(chan int)}
	select {
	case t.queries <- q:
	case <-t.left:
		return 0, errors.New("closed")
	}
	select {
	case n := <-q.answer:
		return n, nil
	case <-t.left:
		return 0, errors.New("closed")
	}
}

// A Promise has room for its result.
type Promise struct{ ready chan int }

func Start(f func() int) *Promise {
	p := &Promise{ready: make(chan int, 1)}
	go func() { p.ready <- f() }()
	return p
}

func (p *Promise) Await(d time.Duration) (int, error) {
	select {
	case v := <-p.ready:
		return v, nil
	case <-time.After(d):
		return 0, errors.New("too late")
	}
}

// Of a Task, somebody waits for the result in the end.
type Task struct{ ready chan int }

func Begin(f func() int) *Task {
	t := &Task{ready: make(chan int)}
	go func() { t.ready <- f() }()
	return t
}

func (t *Task) Poll(d time.Duration) (int, bool) {
	select {
	case v := <-t.ready:
		return v, true
	case <-time.After(d):
		return 0, false
	}
}

func (t *Task) Wait() int { return <-t.ready }

// A Stream sends until it is done, and each may miss a turn.
type Stream struct{ out chan int }

func OpenStream(n int) *Stream {
	s := &Stream{out: make(chan int)}
	go func() {
		for i := range n {
			s.out <- i
		}
	}()
	return s
}

func (s *Stream) Next(d time.Duration) (int, bool) {
	select {
	case v := <-s.out:
		return v, true
	case <-time.After(d):
		return 0, false
	}
}
