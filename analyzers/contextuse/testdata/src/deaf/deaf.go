// Package deaf has contexts and does not listen to them.
package deaf

import (
	"context"
	"time"
)

type box struct {
	mails chan string
	ctx   context.Context
}

func open(ctx context.Context) *box {
	b := &box{mails: make(chan string), ctx: ctx}
	go b.deliver(ctx)
	go b.sort()
	go func() {
		for {
			time.Sleep(time.Second) // want `the loop of this goroutine has no way out, although ctx could tell it.* \(ctx-ignored\)`
			b.log(ctx)
		}
	}()
	return b
}

func (b *box) log(context.Context) {}

func (b *box) deliver(ctx context.Context) {
	for {
		select { // want `goroutine leak: the loop of deliver has no way out, although ctx could tell it when to stop \(ctx-ignored\)`
		case m := <-b.mails:
			_ = m
		case <-time.After(time.Second):
			b.log(ctx)
		}
	}
}

func (b *box) post(m string) {
	select {
	case b.mails <- m:
	case <-b.ctx.Done():
	}
}

func (b *box) sort() {
	for {
		m := <-b.mails // want `although b.ctx could tell it.* \(ctx-ignored\)`
		_ = m
	}
}

// Again calls f until it works.
func Again(ctx context.Context, f func() error) error { // its parameter is never used
	var err error
	for range 5 {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second) // want `deaf to cancellation: Again takes ctx and never looks at it.* \(ctx-ignored\)`
	}
	return err
}

// Take takes an item, in a function of its own.
func (b *box) Take(ctx context.Context) string {
	return b.next() // want `deaf to cancellation: Take takes ctx.* \(ctx-ignored\)`
}

func (b *box) next() string { return <-b.mails }
