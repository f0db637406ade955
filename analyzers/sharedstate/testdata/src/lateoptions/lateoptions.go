// Package lateoptions starts goroutines on objects that are not ready yet.
package lateoptions

import "sync"

type Event struct {
	Seq, Cents int
	Account    string
}

type Projection struct {
	events    <-chan Event
	overdraft func(string)

	mu       sync.RWMutex
	seq      int
	balances map[string]int
	name     string
}

type Option func(*Projection)

func WithSnapshot(seq int) Option {
	return func(p *Projection) { p.seq = seq } // related `a function of this kind writes here`
}

func WithName(name string) Option {
	return func(p *Projection) { p.name = name }
}

func New(events <-chan Event, opts ...Option) *Projection {
	p := &Projection{events: events, balances: make(map[string]int)}
	go p.follow() // related `the goroutine is started here`
	for _, o := range opts {
		o(p) // want `likely data race: New calls this function when its goroutine is already at work on the object; a function of this kind writes seq, which apply uses at the same time; start the goroutine last \(publish-before-init\)`
	}
	return p
}

func (p *Projection) follow() {
	for e := range p.events {
		p.apply(e)
	}
}

func (p *Projection) apply(e Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e.Seq > p.seq { // related `the goroutine uses it here`
		p.seq = e.Seq
		p.balances[e.Account] += e.Cents
	}
}

// Late starts the goroutine last.
func Late(events <-chan Event, opts ...Option) *Projection {
	p := &Projection{events: events, balances: make(map[string]int)}
	for _, o := range opts {
		o(p)
	}
	go p.follow()
	return p
}

// Locked keeps the goroutine waiting.
func Locked(events <-chan Event, opts ...Option) *Projection {
	p := &Projection{events: events, balances: make(map[string]int)}
	p.mu.Lock()
	defer p.mu.Unlock()
	go p.follow()
	for _, o := range opts {
		o(p)
	}
	return p
}

// A Server's options set what its goroutine does not look at.
type Server struct {
	jobs  chan func()
	label string
}

func WithLabel(label string) func(*Server) { return func(s *Server) { s.label = label } }

func Serve(opts ...func(*Server)) *Server {
	s := &Server{jobs: make(chan func())}
	go s.loop()
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Server) loop() {
	for job := range s.jobs {
		job()
	}
}
