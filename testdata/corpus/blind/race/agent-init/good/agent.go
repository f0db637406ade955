package agent

import (
	"strings"
	"sync"
)

type Agent struct {
	name   string
	filter func(string) bool
	in     chan string
	wg     sync.WaitGroup
	kept   []string
}

type Option func(*Agent)

// WithFilter keeps only what f likes.
func WithFilter(f func(string) bool) Option {
	return func(a *Agent) { a.filter = f }
}

func New(name string, opts ...Option) *Agent {
	a := &Agent{in: make(chan string, 8)}
	a.name = strings.ToUpper(name)
	for _, o := range opts {
		o(a)
	}
	a.wg.Add(1)
	go a.loop()
	return a
}

func (a *Agent) loop() {
	defer a.wg.Done()
	keep := a.filter
	for s := range a.in {
		if keep == nil || keep(s) {
			a.kept = append(a.kept, a.name+":"+s)
		}
	}
}

func (a *Agent) Tell(s string) { a.in <- s }

func (a *Agent) Close() []string {
	close(a.in)
	a.wg.Wait()
	return a.kept
}
