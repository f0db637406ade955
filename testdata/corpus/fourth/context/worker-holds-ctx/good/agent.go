// Package agent keeps a heartbeat going for as long as it lives.
package agent

import (
	"context"
	"sync"
	"time"
)

// Agent beats until it is closed or its parent context ends.
type Agent struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	beat   func(context.Context) error
	every  time.Duration
	wg     sync.WaitGroup

	mu    sync.Mutex
	beats int
}

type closedError struct{}

func (closedError) Error() string { return "agent: closed" }

// ErrClosed is what Err returns after Close.
var ErrClosed error = closedError{}

// Start starts to beat. A beat that fails ends the agent.
func Start(parent context.Context, every time.Duration, beat func(context.Context) error) *Agent {
	a := &Agent{beat: beat, every: every}
	a.ctx, a.cancel = context.WithCancelCause(parent)
	a.wg.Add(1)
	go a.run()
	return a
}

func (a *Agent) run() {
	defer a.wg.Done()
	timer := time.NewTimer(a.every)
	defer timer.Stop()
	for {
		select {
		case <-a.ctx.Done():
			return
		case <-timer.C:
		}
		if err := a.once(); err != nil {
			a.cancel(err)
			return
		}
		timer.Reset(a.every)
	}
}

func (a *Agent) once() error {
	ctx, cancel := context.WithTimeout(a.ctx, a.every)
	defer cancel()
	if err := a.beat(ctx); err != nil {
		return err
	}
	a.mu.Lock()
	a.beats++
	a.mu.Unlock()
	return nil
}

// Beats counts the successful beats.
func (a *Agent) Beats() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.beats
}

// Done is closed when the agent ends.
func (a *Agent) Done() <-chan struct{} { return a.ctx.Done() }

// Err tells why the agent ended, nil if it still lives.
func (a *Agent) Err() error { return context.Cause(a.ctx) }

// Close ends the agent and waits for a running beat.
func (a *Agent) Close() {
	a.cancel(ErrClosed)
	a.wg.Wait()
}
