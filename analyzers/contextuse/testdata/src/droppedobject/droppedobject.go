// Package droppedobject drops objects that keep the only function that cancels a context, while
// goroutines wait for its end.
package droppedobject

import (
	"context"
	"errors"
	"sync"
	"time"
)

var errNone = errors.New("none")

type watch struct {
	name   string
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func (w *watch) beat(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
		}
	}
}

func (w *watch) stop() {
	w.cancel()
	w.wg.Wait()
}

func (w *watch) start(ctx context.Context) { w.wg.Go(func() { w.beat(ctx) }) }

func (w *watch) check(ctx context.Context) error {
	if w.name == "" {
		return errNone
	}
	return ctx.Err()
}

// The goroutine shares the variable that holds the object.
func captured(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx) // want `context leak: on some way captured returns without a call of the function that cancels this context; what waits for the context waits for ever \(lost-cancel\)`
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return nil, err // related `this return leaves the context as it is`
	}
	return w, nil
}

// The function goes into the object when that is made.
func inLiteral(parent context.Context, name string) (*watch, error) {
	ctx, cancel := context.WithCancel(parent) // want `on some way inLiteral returns without a call.* \(lost-cancel\)`
	w := &watch{name: name, cancel: cancel}
	go func() { w.beat(ctx) }()
	if name == "" {
		return nil, errNone // related `this return leaves the context as it is`
	}
	return w, nil
}

// A method starts the goroutine.
func inMethod(parent context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, cancel := context.WithCancel(parent) // want `on some way inMethod returns without a call.* \(lost-cancel\)`
	w.cancel = cancel
	w.start(ctx)
	if err := w.check(ctx); err != nil {
		return nil, err // related `this return leaves the context as it is`
	}
	return w, nil
}

type server struct {
	ctx  context.Context
	stop context.CancelFunc
}

func (s *server) serve() { <-s.ctx.Done() } // related `the goroutine of .* waits here for ever`

func (s *server) close() { s.stop() }

// The context is in a field, too.
func inField(name string) (*server, error) {
	s := &server{}
	s.ctx, s.stop = context.WithCancel(context.Background()) // want `on some way inField returns without a call.* \(lost-cancel\)`
	go s.serve()
	if name == "" {
		return nil, errNone // related `this return leaves the context as it is`
	}
	return s, nil
}

func main() {
	if w, err := captured(context.Background(), "a"); err == nil {
		w.stop()
	}
	if s, err := inField("a"); err == nil {
		s.close()
	}
}
