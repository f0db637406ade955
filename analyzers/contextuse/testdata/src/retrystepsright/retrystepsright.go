// Package retrystepsright tries again after a wait, and hears of the end of its context.
package retrystepsright

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"
)

// A permanent error is not worth another try.
type permanent struct{ err error }

func (p permanent) Error() string { return p.err.Error() }

// A status says how a server answered.
type status struct{ code int }

func (s *status) Error() string { return fmt.Sprint(s.code) }

type op func(context.Context) error

// once takes the end of the context for a permanent error.
func once(ctx context.Context, do op) error {
	if err := do(ctx); err != nil {
		if errors.Is(err, context.Canceled) {
			return permanent{err}
		}
		return err
	}
	return nil
}

// Local ends with a permanent error, which the end of the context gives.
func Local(ctx context.Context, do op) error {
	for {
		err := once(ctx, do)
		var p permanent
		if err == nil || errors.As(err, &p) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Switch asks the same in another way.
func Switch(ctx context.Context, do op) error {
	for {
		err := once(ctx, do)
		switch err.(type) {
		case nil, permanent:
			return err
		}
		time.Sleep(time.Second)
	}
}

// Foreign ends with an error whose type may be that which the end of a context gives.
func Foreign(ctx context.Context, dial op) error {
	for {
		err := dial(ctx)
		var failed *net.OpError
		if err == nil || errors.As(err, &failed) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Timeout asks what also the end of a context answers.
func Timeout(ctx context.Context, dial op) error {
	for {
		err := dial(ctx)
		var timeout interface{ Timeout() bool }
		if err == nil || errors.As(err, &timeout) && timeout.Timeout() {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Says is told whether it is worth another try.
func Says(ctx context.Context, do func(context.Context) (bool, error)) error {
	for {
		again, err := do(ctx)
		if err == nil || !again {
			return err
		}
		log.Print(err)
		time.Sleep(time.Second)
	}
}

// Asked lets the caller decide.
func Asked(ctx context.Context, do op, again func(error) bool) error {
	for {
		err := do(ctx)
		if err == nil || !again(err) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Wrapped asks the error that it makes of the one that it got.
func Wrapped(ctx context.Context, do op) error {
	for n := 0; ; n++ {
		err := do(ctx)
		if err == nil {
			return nil
		}
		err = fmt.Errorf("try %d: %w", n, err)
		if errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Later asks an error that it has kept.
func Later(ctx context.Context, do op) (err error) {
	defer func() { log.Print(err) }()
	for {
		err = do(ctx)
		if err == nil || errors.Is(err, context.Canceled) {
			return err
		}
		time.Sleep(time.Second)
	}
}

type breaker struct{ open bool }

// note asks the error for more.
func (b *breaker) note(err error) {
	if errors.Is(err, context.Canceled) {
		b.open = true
	}
}

// Told stops when what it has told of the error says so.
func (b *breaker) Told(ctx context.Context, do op) {
	for !b.open {
		err := do(ctx)
		if err == nil {
			return
		}
		b.note(err)
		time.Sleep(time.Second)
	}
}

type observer interface{ Failed(error) }

// Watched tells somebody who may stop it.
func Watched(ctx context.Context, do op, o observer) {
	for {
		err := do(ctx)
		if err == nil {
			return
		}
		o.Failed(err)
		time.Sleep(time.Second)
	}
}

// Selects waits for the time and for the context.
func Selects(ctx context.Context, do op, onRetry func(error)) error {
	for {
		err := do(ctx)
		if err == nil {
			return nil
		}
		onRetry(err)
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Helped waits with a helper.
func Helped(ctx context.Context, do op, onRetry func(error)) error {
	for {
		err := do(ctx)
		if err == nil {
			return nil
		}
		onRetry(err)
		if err := sleep(ctx, time.Second); err != nil {
			return err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Until knows when the context ends.
func Until(ctx context.Context, do op) error {
	deadline, ok := ctx.Deadline()
	for {
		err := do(ctx)
		if err == nil || ok && time.Now().After(deadline) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Ticks ends with the first error.
func Ticks(ctx context.Context, do op) error {
	ticks := time.NewTicker(time.Second)
	defer ticks.Stop()
	for range ticks.C {
		if err := do(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Rests waits a moment.
func Rests(ctx context.Context, do op) (err error) {
	for i := 0; i < 3; i++ {
		if err = do(ctx); err == nil {
			return nil
		}
		<-time.After(10 * time.Millisecond)
	}
	return err
}

// Get ends with the first request that gets no answer.
func Get(ctx context.Context, url string) (*http.Response, error) {
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			return nil, err
		}
		if answer.StatusCode != http.StatusServiceUnavailable {
			return answer, nil
		}
		answer.Body.Close()
		time.Sleep(time.Second)
	}
}

// Waits looks at the context in the request.
func Waits(ctx context.Context, url string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	for {
		answer, err := http.DefaultClient.Do(request)
		if err == nil {
			return answer, nil
		}
		if request.Context().Err() != nil {
			return nil, err
		}
		time.Sleep(time.Second)
	}
}

// Started stops when the function that made the literal says so.
func Started(ctx context.Context, do op) {
	over := make(chan bool)
	go func() {
		for {
			if err := do(ctx); err == nil {
				return
			}
			select {
			case <-over:
				return
			default:
			}
			time.Sleep(time.Second)
		}
	}()
	<-ctx.Done()
	close(over)
}

// Closed ends with the first error, in a literal.
func Closed(ctx context.Context, do op) func() error {
	return func() error {
		for {
			if err := do(ctx); err != nil {
				return err
			}
			time.Sleep(time.Second)
		}
	}
}

// Own has a context that its parameter has nothing to do with.
func Own(ctx context.Context, do op) func() {
	if ctx == nil {
		ctx = context.Background()
	}
	return func() {
		for do(ctx) != nil {
			time.Sleep(time.Second)
		}
	}
}

// connect gets the background only.
func connect(ctx context.Context, do op, onRetry func(error)) {
	for {
		err := do(ctx)
		if err == nil {
			return
		}
		onRetry(err)
		time.Sleep(time.Second)
	}
}

// Open lasts as long as the process.
func Open(do op) { connect(context.Background(), do, func(err error) { log.Print(err) }) }
