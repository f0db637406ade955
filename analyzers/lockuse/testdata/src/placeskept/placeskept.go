// Package placeskept takes places of semaphores and leaves with them.
package placeskept

import (
	"context"
	"errors"
	"sync"
)

var errEmpty = errors.New("empty")

func work(name string) error { return errors.New(name) }

type client struct {
	slots chan struct{}
	count int
}

func newClient(n int) *client { return &client{slots: make(chan struct{}, n)} }

func (c *client) open(name string) error {
	c.slots <- struct{}{} // want `likely goroutine leak: on the way out at line 24 open keeps its place in c.slots; after as many of these as there are places, everybody waits here for ever \(missing-unlock\)`
	if name == "" {
		return errEmpty
	}
	err := work(name)
	<-c.slots
	return err
}

func (c *client) openInTime(ctx context.Context, name string) error {
	select {
	case c.slots <- struct{}{}: // want `on the way out at line 38 openInTime keeps its place in c.slots.* \(missing-unlock\)`
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := work(name); err != nil {
		return err
	}
	defer func() { <-c.slots }() // too late
	return work("again")
}

// The places are taken and given back in methods of their own.
type gate struct{ places chan bool }

func newGate(n int) *gate { return &gate{make(chan bool, n)} }

func (g *gate) enter(ctx context.Context) error {
	select {
	case g.places <- true:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gate) leave() { <-g.places }

func (g *gate) pass(ctx context.Context, name string) error {
	if err := g.enter(ctx); err != nil { // want `on the way out at line 65 pass keeps its place in places.* \(missing-unlock\)`
		return err
	}
	if name == "" {
		return errEmpty
	}
	defer g.leave()
	return work(name)
}

var lock = make(chan struct{}, 1)

func exclusive(names []string) {
	for _, name := range names {
		lock <- struct{}{} // want `on some way to the next turn of the loop exclusive keeps its place in lock.* \(missing-unlock\)`
		if name == "" {
			continue
		}
		work(name)
		<-lock
	}
}

func fetchAll(names []string) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{} // want `on the way out at line \d+ a function literal in fetchAll keeps its place in slots.* \(missing-unlock\)`
			if err := work(name); err != nil {
				return
			}
			work("more")
			<-slots
		}()
	}
	wg.Wait()
}

func startAll(names []string) {
	slots := make(chan struct{}, 4)
	for _, name := range names {
		slots <- struct{}{} // want `on some way to the next turn of the loop startAll keeps its place in slots.* \(missing-unlock\)`
		if name == "" {
			continue
		}
		go func() {
			defer func() { <-slots }()
			work(name)
		}()
	}
}

// A tank is filled beforehand.
type tank struct{ tokens chan struct{} }

func newTank(n int) *tank {
	t := &tank{make(chan struct{}, n)}
	for range n {
		t.tokens <- struct{}{}
	}
	return t
}

func (t *tank) use(name string) error {
	<-t.tokens // want `use keeps its place in t.tokens.* \(missing-unlock\)`
	err := work(name)
	if err != nil {
		return err
	}
	t.tokens <- struct{}{}
	return nil
}

// A pool hands out connections; Put gives a place back that Get has taken.
type pool struct {
	places chan struct{}
	dial   func() (*client, error)
}

func newPool(n int) *pool { return &pool{places: make(chan struct{}, n)} }

func (p *pool) Get() (*client, error) {
	p.places <- struct{}{} // want `likely goroutine leak: on the way out at line \d+ Get keeps its place in p.places.* \(missing-unlock\)`
	c, err := p.dial()
	if err != nil {
		return nil, err
	}
	return c, nil
}

func (p *pool) Put(*client) { <-p.places }
