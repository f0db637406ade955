// Package retriesright sleeps in loops of functions that have a context, and hears of its end.
package retriesright

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

var errBusy = errors.New("busy")

// Poll ends with the first error, and so with that of its context.
func Poll(ctx context.Context, ready func(context.Context) (bool, error)) error {
	for {
		ok, err := ready(ctx)
		if err != nil || ok {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Post tries again where there was much to do, and ends with all other errors.
func Post(ctx context.Context, post func(context.Context) error) error {
	for {
		err := post(ctx)
		if !errors.Is(err, errBusy) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Put asks the error for more.
func Put(ctx context.Context, put func(context.Context) error) error {
	for {
		err := put(ctx)
		if err == nil || !mayPass(err) {
			return err
		}
		time.Sleep(time.Second)
	}
}

func mayPass(err error) bool { return !errors.Is(err, context.Canceled) }

// Move reads the error.
func Move(ctx context.Context, move func(context.Context) error) error {
	for {
		err := move(ctx)
		if err == nil || !strings.Contains(err.Error(), "busy") {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Delete knows the errors of contexts.
func Delete(ctx context.Context, remove func(context.Context) error) error {
	for {
		err := remove(ctx)
		if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Copy looks at the context itself.
func Copy(ctx context.Context, copy func(context.Context) error) error {
	for ctx.Err() == nil {
		if copy(ctx) == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return ctx.Err()
}

// Link waits with the context, and then a little on its own.
func Link(ctx context.Context, link func(context.Context) error) error {
	for {
		if err := link(ctx); err == nil {
			return nil
		}
		if err := pause(ctx, time.Second); err != nil {
			return err
		}
		time.Sleep(time.Duration(time.Now().UnixNano() % 1000))
	}
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Touch tries a few times in a moment.
func Touch(ctx context.Context, touch func(context.Context) error) (err error) {
	for i := 0; i < 3; i++ {
		if err = touch(ctx); err == nil {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return fmt.Errorf("touch: %w", err)
}

// Retry decides with a word of its own.
func Retry(ctx context.Context, do func(context.Context) error, tries int) error {
	for {
		err := do(ctx)
		again := errors.Is(err, errBusy) && tries > 0
		if !again {
			return err
		}
		tries--
		time.Sleep(time.Second)
	}
}

// Watch hears of the end in another way.
func Watch(ctx context.Context, look func(context.Context) error) {
	ended := false
	stop := context.AfterFunc(ctx, func() { ended = true })
	defer stop()
	for !ended {
		if look(ctx) == nil {
			return
		}
		time.Sleep(time.Second)
	}
}
