package main

import (
	"fmt"
	"strings"
	"sync"
)

// Message is passed on.
type Message struct {
	Topic, Body string
}

// Sink takes messages.
type Sink func(Message) error

// Transform changes a message on its way.
type Transform func(Message) Message

// Relay is built with its setters and then started once.
type Relay struct {
	name       string
	workers    int
	transforms []Transform
	sinks      map[string]Sink

	in chan Message
	wg sync.WaitGroup

	errMu sync.Mutex
	errs  []error
}

// New makes a relay.
func New(name string) *Relay {
	return &Relay{name: name, workers: 1, sinks: make(map[string]Sink), in: make(chan Message, 16)}
}

// Workers sets the number of goroutines. It must be called before Start, as
// must Use and To.
func (r *Relay) Workers(n int) *Relay {
	r.workers = n
	return r
}

// Use adds a transform.
func (r *Relay) Use(t Transform) *Relay {
	r.transforms = append(r.transforms, t)
	return r
}

// To adds a sink for a topic.
func (r *Relay) To(topic string, s Sink) *Relay {
	r.sinks[topic] = s
	return r
}

// Start starts the relay.
func (r *Relay) Start() {
	r.transforms = append([]Transform{r.stamp}, r.transforms...)
	for range r.workers {
		r.wg.Add(1)
		go r.work()
	}
}

func (r *Relay) stamp(m Message) Message {
	m.Body = r.name + ": " + m.Body
	return m
}

func (r *Relay) work() {
	defer r.wg.Done()
	for m := range r.in {
		for _, t := range r.transforms {
			m = t(m)
		}
		sink, ok := r.sinks[m.Topic]
		if !ok {
			r.fail(fmt.Errorf("no sink for %q", m.Topic))
			continue
		}
		if err := sink(m); err != nil {
			r.fail(err)
		}
	}
}

func (r *Relay) fail(err error) {
	r.errMu.Lock()
	defer r.errMu.Unlock()
	r.errs = append(r.errs, err)
}

// Send passes a message on; it must not be called after Stop.
func (r *Relay) Send(topic, body string) { r.in <- Message{strings.ToLower(topic), body} }

// Stop waits for all messages and returns what went wrong.
func (r *Relay) Stop() []error {
	close(r.in)
	r.wg.Wait()
	return r.errs // the workers are gone
}
