// Package environment gives its channels away: others may receive.
package environment

import "sync"

// Results returns the channel.
func Results() <-chan int {
	out := make(chan int)
	go func() { out <- 1 }()
	return out
}

type Watcher struct {
	Events chan string
	errs   chan error
	once   sync.Once
	quit   chan struct{}
}

// NewWatcher stores its channels in fields.
func NewWatcher() *Watcher {
	w := &Watcher{Events: make(chan string), errs: make(chan error), quit: make(chan struct{})}
	go w.run()
	return w
}

func (w *Watcher) run() {
	defer close(w.Events)
	for {
		select {
		case w.Events <- "tick":
		case <-w.quit:
			return
		}
	}
}

func (w *Watcher) Errors() <-chan error { return w.errs }

func (w *Watcher) Close() { w.once.Do(func() { close(w.quit) }) }

// Passed hands the channel to a function that it does not know.
func Passed(consume func(<-chan int)) {
	ch := make(chan int)
	go func() {
		defer close(ch)
		ch <- 1
	}()
	consume(ch)
}

// Given sends to a channel that its caller made.
func Given(out chan<- int, n int) {
	go func() { out <- n }()
}

type Sink interface{ Take(<-chan int) }

func Attached(s Sink) {
	ch := make(chan int)
	s.Take(ch)
	go func() { ch <- 1 }()
}

var published = make(chan int)

// Publish sends on a package-level channel.
func Publish(n int) { published <- n }

func Published() int { return <-published }

// Nested stores the channel in a map that the caller keeps.
func Nested(by map[string]chan int) {
	ch := make(chan int)
	by["new"] = ch
	go func() { ch <- 1 }()
}
