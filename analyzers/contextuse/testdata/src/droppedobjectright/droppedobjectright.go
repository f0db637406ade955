// Package droppedobjectright makes objects that keep the function that cancels their context, and
// drops none whose context somebody else still waits for.
package droppedobjectright

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

// A method that calls it.
func stops(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		w.stop()
		return nil, err
	}
	return w, nil
}

// A deferred literal that calls it.
func defers(ctx context.Context, name string) (_ *watch, err error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	defer func() {
		if err != nil {
			w.cancel()
		}
	}()
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// The literal is deferred before there is anything to cancel.
func defersBefore(ctx context.Context, name string) (_ *watch, err error) {
	w := &watch{name: name}
	defer func() {
		if err != nil && w.cancel != nil {
			w.cancel()
		}
	}()
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// The goroutine that has the object cancels the context itself.
func endsItself(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() {
		defer w.cancel()
		w.check(ctx)
	})
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

var all = make(map[string]*watch)

// Others know the object.
func registers(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	all[name] = w
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// Others get to know the object.
func hands(ctx context.Context, name string, keep func(*watch)) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	w.wg.Go(func() { w.beat(ctx) })
	keep(w)
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// The goroutine is started only when all went well.
func startsLast(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	w.wg.Go(func() { w.beat(ctx) })
	return w, nil
}

// A method starts the goroutine, when all went well.
func startsLastInMethod(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	w.start(ctx)
	return w, nil
}

// The goroutine that runs by then has nothing to do with the context.
func startsOther(ctx context.Context, name string, report func()) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	go report()
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	w.wg.Go(func() { w.beat(ctx) })
	return w, nil
}

// The context ends by itself.
func expires(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithTimeout(ctx, time.Minute)
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// The variable may hold another object by then, which somebody cancels.
func replaces(ctx context.Context, name string) (*watch, error) {
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(ctx)
	old := w
	w.wg.Go(func() { w.beat(ctx) })
	if name == "" {
		w = &watch{}
		old.stop()
		return nil, errNone
	}
	return w, nil
}

// The context that this one is derived from ends with the function.
func endsWithParent(ctx context.Context, name string) error {
	parent, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &watch{name: name}
	ctx, w.cancel = context.WithCancel(parent)
	w.wg.Go(func() { w.beat(ctx) })
	if err := w.check(ctx); err != nil {
		return err
	}
	w.stop()
	return nil
}
