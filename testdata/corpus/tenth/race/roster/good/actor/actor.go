// Package actor runs functions one at a time on a goroutine of its own.
package actor

import "errors"

// ErrStopped is returned by Do after Stop.
var ErrStopped = errors.New("actor: stopped")

// Loop is the goroutine.
type Loop struct {
	ops  chan func()
	quit chan struct{}
	done chan struct{}
}

// Start starts a Loop.
func Start() *Loop {
	l := &Loop{ops: make(chan func()), quit: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(l.done)
		for {
			select {
			case op := <-l.ops:
				op()
			case <-l.quit:
				return
			}
		}
	}()
	return l
}

// Do runs fn on the loop and waits for its end.
func (l *Loop) Do(fn func()) error {
	ran := make(chan struct{})
	select {
	case l.ops <- func() { defer close(ran); fn() }:
		<-ran
		return nil
	case <-l.done:
		return ErrStopped
	}
}

// Stop ends the loop; it must be called once.
func (l *Loop) Stop() {
	close(l.quit)
	<-l.done
}
