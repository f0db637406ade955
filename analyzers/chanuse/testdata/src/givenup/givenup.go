// Package givenup has owners of data that answer requests, whose senders may have left.
package givenup

import (
	"context"
	"errors"
	"time"
)

type request struct {
	key   string
	reply chan int
}

type Owner struct{ requests chan request }

func Open() *Owner {
	o := &Owner{requests: make(chan request)}
	go o.serve(map[string]int{})
	return o
}

func (o *Owner) serve(data map[string]int) {
	for r := range o.requests {
		r.reply <- data[r.key] // want `likely goroutine leak: the send to reply waits for ever when whoever asked has given up by then: the channel has no room \(abandoned-send\)`
	}
}

func (o *Owner) Get(ctx context.Context, key string) (int, error) {
	r := request{key, make(chan int)}
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

type job struct {
	work func() string
	done chan string
}

type Runner struct{ jobs chan *job }

func (r *Runner) Run() {
	for j := range r.jobs {
		r.finish(j)
	}
}

func (r *Runner) finish(j *job) {
	text := j.work()
	j.done <- text // want `likely goroutine leak: the send to done waits for ever when whoever asked has given up by then: the channel has no room \(abandoned-send\)`
}

func (r *Runner) Do(work func() string) (string, error) {
	done := make(chan string)
	r.jobs <- &job{work: work, done: done}
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	select {
	case text := <-done:
		return text, nil
	case <-timer.C:
		return "", errors.New("too slow")
	}
}

// A Promise has one result, which Await takes unless it comes too late.
type Promise[T any] struct{ ready chan T }

func Start[T any](f func() T) *Promise[T] {
	p := &Promise[T]{ready: make(chan T)}
	go func() {
		v := f()
		p.ready <- v // want `likely goroutine leak: the send to ready waits for ever when whoever asked has given up by then: the channel has no room \(abandoned-send\)`
	}()
	return p
}

func (p *Promise[T]) Await(d time.Duration) (v T, err error) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case v = <-p.ready:
		return v, nil
	case <-t.C:
		return v, errors.New("too late")
	}
}
