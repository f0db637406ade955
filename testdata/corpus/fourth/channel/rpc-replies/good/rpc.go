// Package oracle answers questions in the order of their arrival.
package oracle

import (
	"context"
	"errors"
	"strings"
	"sync"
)

var ErrClosed = errors.New("oracle: closed")

type question struct {
	ctx  context.Context
	text string
	// answer has room for one answer, so that the oracle need not care
	// whether somebody still listens.
	answer chan string
}

type Oracle struct {
	questions chan question
	quit      chan struct{}
	stop      sync.Once
	ended     chan struct{}
}

func New() *Oracle {
	o := &Oracle{
		questions: make(chan question),
		quit:      make(chan struct{}),
		ended:     make(chan struct{}),
	}
	go func() {
		defer close(o.ended)
		asked := map[string]int{}
		for {
			select {
			case q := <-o.questions:
				if q.ctx.Err() != nil {
					continue
				}
				asked[q.text]++
				q.answer <- reply(q.text, asked[q.text])
			case <-o.quit:
				return
			}
		}
	}()
	return o
}

func reply(text string, times int) string {
	switch {
	case times > 2:
		return "I am tired of this"
	case strings.HasSuffix(text, "?"):
		return "maybe"
	}
	return "ask properly"
}

// Ask waits for the answer until ctx or the oracle ends.
func (o *Oracle) Ask(ctx context.Context, text string) (string, error) {
	q := question{ctx: ctx, text: text, answer: make(chan string, 1)}
	select {
	case o.questions <- q:
	case <-ctx.Done():
		return "", ctx.Err()
	case <-o.quit:
		return "", ErrClosed
	}
	select {
	case a := <-q.answer:
		return a, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Close may be called by anybody, several times.
func (o *Oracle) Close() {
	o.stop.Do(func() { close(o.quit) })
	<-o.ended
}
