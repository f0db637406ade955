// Package owedanswersright has goroutines that answer each request that wants an answer.
package owedanswersright

import (
	"context"
	"errors"
)

var errUnknown = errors.New("unknown")

type request struct {
	key   string
	reply chan int
}

// A Store answers on every way, or closes the channel.
type Store struct {
	requests chan request
	values   map[string]int
}

func NewStore() *Store {
	s := &Store{requests: make(chan request), values: make(map[string]int)}
	go func() {
		for r := range s.requests {
			v, ok := s.values[r.key]
			if !ok {
				close(r.reply)
				continue
			}
			r.reply <- v
		}
	}()
	return s
}

func (s *Store) Get(key string) int {
	r := request{key, make(chan int, 1)}
	s.requests <- r
	return <-r.reply
}

type command struct {
	name string
	done chan error
}

// An Actor is told some things for which nobody waits.
type Actor struct{ commands chan command }

func NewActor() *Actor {
	a := &Actor{commands: make(chan command)}
	go func() {
		for c := range a.commands {
			if c.name == "clear" {
				continue
			}
			c.done <- nil
		}
	}()
	return a
}

func (a *Actor) Clear() { a.commands <- command{name: "clear"} }

func (a *Actor) Run(name string) error {
	c := command{name, make(chan error, 1)}
	a.commands <- c
	return <-c.done
}

type job struct {
	n      int
	result chan int
}

// A Pool keeps what it cannot do yet, and gives it to others.
type Pool struct {
	jobs    chan job
	waiting []job
}

func NewPool() *Pool {
	p := &Pool{jobs: make(chan job)}
	go func() {
		for j := range p.jobs {
			switch {
			case j.n == 0:
				p.waiting = append(p.waiting, j)
			case j.n > 9:
				go func() { j.result <- 9 }()
			default:
				p.finish(j)
			}
		}
		for _, j := range p.waiting {
			p.finish(j)
		}
	}()
	return p
}

func (p *Pool) finish(j job) {
	if j.n < 0 {
		j.result <- 0
		return
	}
	j.result <- j.n
}

func (p *Pool) Do(n int) int {
	j := job{n, make(chan int)}
	p.jobs <- j
	return <-j.result
}

type question struct {
	text   string
	answer chan string
}

// A Desk's visitors leave when their context ends.
type Desk struct{ questions chan question }

func Open() *Desk {
	d := &Desk{questions: make(chan question)}
	go func() {
		for q := range d.questions {
			if q.text == "" {
				continue
			}
			q.answer <- q.text
		}
	}()
	return d
}

func (d *Desk) Ask(ctx context.Context, text string) (string, error) {
	q := question{text, make(chan string, 1)}
	d.questions <- q
	select {
	case answer := <-q.answer:
		return answer, nil
	case <-ctx.Done():
		return "", errUnknown
	}
}

type op int

const (
	get op = iota
	put
)

type call struct {
	op    op
	value int
	reply chan int
}

// A Cell is asked for what it knows only.
type Cell struct{ calls chan call }

func NewCell() *Cell {
	c := &Cell{calls: make(chan call)}
	go func() {
		value := 0
		for r := range c.calls {
			switch r.op {
			case get:
				r.reply <- value
			case put:
				value = r.value
				r.reply <- value
			}
		}
	}()
	return c
}

func (c *Cell) do(op op, value int) int {
	r := call{op, value, make(chan int)}
	c.calls <- r
	return <-r.reply
}

func (c *Cell) Get() int      { return c.do(get, 0) }
func (c *Cell) Put(value int) { c.do(put, value) }

type exchange struct {
	key  int
	done chan error
}

// A Shaker goes round until it has both a request and sent its own part.
type Shaker struct {
	start chan *exchange
	ask   chan struct{}
}

func NewShaker() *Shaker {
	s := &Shaker{start: make(chan *exchange), ask: make(chan struct{})}
	go s.loop()
	return s
}

func (s *Shaker) loop() {
	for {
		var request *exchange
		sent := false
		for request == nil || !sent {
			select {
			case request = <-s.start:
			case <-s.ask:
			}
			sent = true
		}
		request.done <- nil
	}
}

func (s *Shaker) Shake(key int) error {
	e := &exchange{key, make(chan error, 1)}
	s.start <- e
	return <-e.done
}
