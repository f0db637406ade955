package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type retrier struct {
	tries   int
	pause   time.Duration
	onRetry func(name string, err error)
}

type option func(*retrier)

func withTries(n int) option { return func(r *retrier) { r.tries = n } }

func withOnRetry(fn func(string, error)) option {
	return func(r *retrier) { r.onRetry = fn }
}

func newRetrier(opts ...option) *retrier {
	r := &retrier{tries: 2, pause: 50 * time.Microsecond, onRetry: func(string, error) {}}
	for _, o := range opts {
		o(r)
	}
	return r
}

func (r *retrier) do(name string, f func(try int) error) error {
	var err error
	for try := 1; try <= r.tries; try++ {
		if err = f(try); err == nil {
			return nil
		}
		r.onRetry(name, err)
		time.Sleep(r.pause)
	}
	return fmt.Errorf("%s: gave up: %w", name, err)
}

func main() {
	failures := make(map[string]int)
	r := newRetrier(withTries(5), withOnRetry(func(name string, err error) {
		failures[name]++ // BUG: map-concurrent, data-race, captured-var
	}))

	names := []string{"mars", "venus", "pluto", "saturn"}
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = r.do(name, func(try int) error {
				if try < len(name) {
					return errors.New("no answer")
				}
				return nil
			})
		}()
	}
	wg.Wait()

	for i, name := range names {
		fmt.Println(name, failures[name], errs[i])
	}
}
