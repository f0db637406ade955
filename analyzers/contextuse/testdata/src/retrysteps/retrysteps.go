// Package retrysteps tries again after a wait that does not hear of the end of its context,
// whatever it does with the error in between.
package retrysteps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

type permanent struct{ err error }

func (p permanent) Error() string { return p.err.Error() }

type status struct{ code int }

func (s *status) Error() string { return fmt.Sprint(s.code) }

type op func(context.Context) error

type policy struct {
	attempts int
	pause    time.Duration
	onRetry  func(int, error)
	failed   int
}

// Do knows an error of its own, and tells somebody of the others.
func (p *policy) Do(ctx context.Context, do op) error {
	var err error
	for n := 1; n <= p.attempts; n++ {
		if err = do(ctx); err == nil { // related `only what is called here is given ctx`
			return nil
		}
		var end permanent
		if errors.As(err, &end) {
			return end.err
		}
		if p.onRetry != nil {
			p.onRetry(n, err)
		}
		time.Sleep(p.pause) // want `likely deaf to cancellation: when ctx has ended, Do goes on sleeping here and trying again; it takes every error for one that may pass \(ctx-ignored\)`
	}
	return fmt.Errorf("after %d attempts: %w", p.attempts, err)
}

func fetch(ctx context.Context, url string) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return string(text), err
}

// note says and counts.
func (p *policy) note(err error) {
	p.failed++
	log.Printf("failed: %s", err.Error())
}

// Fetch tells a method, which asks the error nothing.
func (p *policy) Fetch(ctx context.Context, url string) (text string, err error) {
	for range p.attempts {
		text, err = fetch(ctx, url) // related `only what is called here is given ctx`
		if err == nil {
			return text, nil
		}
		p.note(err)
		<-time.After(p.pause) // want `when ctx has ended, Fetch goes on waiting here and trying again.* \(ctx-ignored\)`
	}
	return "", err
}

// Answers knows the type of the errors that are worth no other try.
func (p *policy) Answers(ctx context.Context, do op) (err error) {
	defer func() { log.Print("last: ", err) }()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		<-timer.C         // want `when ctx has ended, Answers goes on waiting here and trying again.* \(ctx-ignored\)`
		err = do(ctx)     // related `only what is called here is given ctx`
		var known *status // an error of this type holds no other one
		if err == nil || errors.As(err, &known) && known.code < 500 {
			return nil
		}
		timer.Reset(p.pause)
	}
}

// Sorts tells the types apart in a switch.
func (p *policy) Sorts(ctx context.Context, do op) error {
	for {
		err := do(ctx) // related `only what is called here is given ctx`
		switch err := err.(type) {
		case nil:
			return nil
		case permanent:
			return err
		}
		time.Sleep(p.pause) // want `when ctx has ended, Sorts goes on sleeping here.* \(ctx-ignored\)`
	}
}

// Get tries again with a request that has the context.
func Get(ctx context.Context, url string, tries int) (*http.Response, error) {
	var errs []error
	for range tries {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		request.Header.Set("Accept", "text/plain")
		answer, err := http.DefaultClient.Do(request) // related `only what is called here is given ctx`
		if err == nil {
			return answer, nil
		}
		errs = append(errs, fmt.Errorf("get: %w", err))
		time.Sleep(time.Second) // want `when ctx has ended, Get goes on sleeping here.* \(ctx-ignored\)`
	}
	return nil, errors.Join(errs...)
}

// Later has the loop in a literal.
func Later(ctx context.Context, do op) func() {
	return func() {
		for {
			err := do(ctx) // related `only what is called here is given ctx`
			if err == nil {
				return
			}
			log.Println(err)
			time.Sleep(time.Second) // want `when ctx has ended, a function literal in Later goes on sleeping here.* \(ctx-ignored\)`
		}
	}
}

// Ticks tries at each tick.
func Ticks(ctx context.Context, do op) {
	ticks := time.NewTicker(time.Second)
	defer ticks.Stop()
	for range ticks.C { // want `when ctx has ended, Ticks goes on waiting here.* \(ctx-ignored\)`
		if err := do(ctx); err == nil { // related `only what is called here is given ctx`
			return
		}
	}
}

// Runs has a loop that nothing leaves at all: that is one report, of the goroutine.
func Runs(ctx context.Context, do op) {
	go func() { // related `the goroutine is started here, and never ends`
		for {
			if err := do(ctx); err != nil {
				log.Println(err)
			}
			time.Sleep(time.Second) // want `goroutine leak: the loop of this goroutine has no way out, although ctx could tell it when to stop \(ctx-ignored\)`
		}
	}()
}
