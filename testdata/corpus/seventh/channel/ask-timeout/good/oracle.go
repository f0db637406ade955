package main

import (
	"errors"
	"strings"
	"sync"
	"time"
)

// Errors of an oracle.
var (
	ErrLate   = errors.New("oracle: no answer in time")
	ErrClosed = errors.New("oracle: closed")
)

type question struct {
	text  string
	reply chan<- answer
}

type answer struct {
	text string
	err  error
}

// Thinker finds answers.
type Thinker interface {
	Think(q string) (string, error)
}

// Oracle asks a thinker.
type Oracle struct {
	thinker   Thinker
	questions chan question
	closing   chan struct{}
	closeOnce sync.Once
	stopped   chan struct{}
}

// New starts an oracle.
func New(t Thinker) *Oracle {
	o := &Oracle{
		thinker:   t,
		questions: make(chan question),
		closing:   make(chan struct{}),
		stopped:   make(chan struct{}),
	}
	go o.run()
	return o
}

func (o *Oracle) run() {
	defer close(o.stopped)
	for {
		select {
		case q := <-o.questions:
			text, err := o.thinker.Think(strings.TrimSpace(q.text))
			q.reply <- answer{text, err}
		case <-o.closing:
			return
		}
	}
}

// Ask returns the answer if it comes in time.
func (o *Oracle) Ask(text string, patience time.Duration) (string, error) {
	reply := make(chan answer, 1)
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case o.questions <- question{text, reply}:
	case <-timer.C:
		return "", ErrLate
	case <-o.stopped:
		return "", ErrClosed
	}
	select {
	case a := <-reply:
		return a.text, a.err
	case <-timer.C:
		return "", ErrLate
	}
}

// Close waits for the answer being looked for and ends the oracle.
func (o *Oracle) Close() {
	o.closeOnce.Do(func() { close(o.closing) })
	<-o.stopped
}
