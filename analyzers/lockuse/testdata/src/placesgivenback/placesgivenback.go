// Package placesgivenback bounds work by channels, and every place comes back, or is meant
// to be kept.
package placesgivenback

import (
	"context"
	"errors"
	"time"
)

var errBusy = errors.New("busy")

func work(name string) error { return errors.New(name) }

// A Client takes a place before it dials; who closes the connection gives it back.
type Client struct{ slots chan struct{} }

func NewClient(n int) *Client { return &Client{slots: make(chan struct{}, n)} }

type Conn struct{ client *Client }

func (c *Client) Dial(addr string) (*Conn, error) {
	c.slots <- struct{}{}
	if err := work(addr); err != nil {
		<-c.slots
		return nil, err
	}
	return &Conn{c}, nil
}

func (conn *Conn) Close() { <-conn.client.slots }

// Gate has a pair of methods.
type Gate struct{ slots chan struct{} }

func NewGate(n int) *Gate { return &Gate{make(chan struct{}, n)} }

func (g *Gate) Acquire(ctx context.Context) error {
	select {
	case g.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *Gate) TryAcquire() bool {
	select {
	case g.slots <- struct{}{}:
		return true
	default:
		return false
	}
}

func (g *Gate) Release() { <-g.slots }

func (g *Gate) Once(ctx context.Context) error {
	if err := g.Acquire(ctx); err != nil {
		return err
	}
	if err := work("once"); err != nil {
		return err // who called has to release it
	}
	g.Release()
	return nil
}

// A fetcher gives back on all ways.
type fetcher struct{ slots chan struct{} }

func newFetcher(n int) *fetcher { return &fetcher{slots: make(chan struct{}, n)} }

func (f *fetcher) deferred(name string) error {
	f.slots <- struct{}{}
	defer func() { <-f.slots }()
	if name == "" {
		return errBusy
	}
	return work(name)
}

func (f *fetcher) before(name string) error {
	if name == "" {
		return errBusy
	}
	select {
	case f.slots <- struct{}{}:
	case <-time.After(time.Second):
		return errBusy
	}
	err := work(name)
	<-f.slots
	return err
}

func (f *fetcher) onEachWay(name string) error {
	f.slots <- struct{}{}
	if name == "" {
		<-f.slots
		return errBusy
	}
	if name == "panic" {
		panic(name)
	}
	err := work(name)
	<-f.slots
	return err
}

func (f *fetcher) underFlag(name string) error {
	f.slots <- struct{}{}
	held := true
	if name == "early" {
		<-f.slots
		held = false
	}
	err := work(name)
	if held {
		<-f.slots
	}
	return err
}

func (f *fetcher) inTwoHalves(name string, async bool) {
	f.slots <- struct{}{}
	if async {
		go func() {
			defer func() { <-f.slots }()
			work(name)
		}()
	}
	work("log")
	if !async {
		<-f.slots
	}
}

func (f *fetcher) handedOn(names []string) {
	for _, name := range names {
		f.enter()
		if name == "" {
			f.leave()
			continue
		}
		go f.inside(name)
	}
}

func (f *fetcher) enter() { f.slots <- struct{}{} }
func (f *fetcher) leave() { <-f.slots }

func (f *fetcher) inside(name string) {
	defer f.leave()
	work(name)
}

// around gives its place away for a while.
func (f *fetcher) around(name string) error {
	f.slots <- struct{}{}
	defer func() { <-f.slots }()
	<-f.slots
	err := work(name)
	f.slots <- struct{}{}
	return err
}

func (f *fetcher) twice(name string) error {
	f.slots <- struct{}{}
	work("first")
	<-f.slots
	if name == "" {
		return errBusy
	}
	f.slots <- struct{}{}
	err := work(name)
	<-f.slots
	return err
}

// drained waits until all are out.
func (f *fetcher) drained() {
	for range cap(f.slots) {
		f.slots <- struct{}{}
	}
}

// returned hands the place to its caller.
func (f *fetcher) returned(name string) (func(), error) {
	f.slots <- struct{}{}
	if err := work(name); err != nil {
		<-f.slots
		return nil, err
	}
	return func() { <-f.slots }, nil
}

// A starter runs once: what it keeps says so.
type starter struct{ started chan struct{} }

func newStarter() *starter { return &starter{make(chan struct{}, 1)} }

func (s *starter) start() error {
	select {
	case s.started <- struct{}{}:
	default:
		return errBusy
	}
	if err := work("init"); err != nil {
		<-s.started
		return err
	}
	return nil
}

// A queue carries data.
type queue struct{ items chan string }

func newQueue() *queue { return &queue{make(chan string, 1)} }

func (q *queue) replace(item string) error {
	q.items <- item
	if item == "" {
		return errBusy
	}
	if old := <-q.items; old != item {
		q.items <- old
	}
	return nil
}

// A bell rings those who wait elsewhere.
type bell struct{ rung chan struct{} }

func newBell() *bell { return &bell{make(chan struct{}, 1)} }

func (b *bell) ring(again bool) {
	b.rung <- struct{}{}
	if again {
		return
	}
	<-b.rung
}

func (b *bell) listen() { <-b.rung }

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
	<-t.tokens
	defer func() { t.tokens <- struct{}{} }()
	if name == "" {
		return errBusy
	}
	return work(name)
}

// results come through a channel that is made for one call.
func results(names []string) error {
	ended := make(chan struct{}, len(names))
	for _, name := range names {
		go func() {
			defer func() { ended <- struct{}{} }()
			work(name)
		}()
	}
	for range names {
		<-ended
	}
	return nil
}

// A pool hands out connections; Put gives a place back that Get has taken.
type pool struct {
	places chan struct{}
	dial   func() (*Client, error)
}

func newPool(n int) *pool { return &pool{places: make(chan struct{}, n)} }

// Get gives its place back when there is no connection.
func (p *pool) Get() (*Client, error) {
	p.places <- struct{}{}
	c, err := p.dial()
	if err != nil {
		<-p.places
		return nil, err
	}
	return c, nil
}

func (p *pool) Put(*Client) { <-p.places }

// A lender has callers who give the place back whatever happens.
type lender struct {
	places chan struct{}
	dial   func() (*Client, error)
}

func newLender(n int) *lender { return &lender{places: make(chan struct{}, n)} }

func (l *lender) borrow() (*Client, error) {
	l.places <- struct{}{}
	c, err := l.dial()
	if err != nil {
		return nil, err
	}
	return c, nil
}

func (l *lender) GiveBack() { <-l.places }

func (l *lender) With(do func(*Client)) error {
	c, err := l.borrow()
	if err != nil {
		l.GiveBack()
		return err
	}
	do(c)
	l.GiveBack()
	return nil
}

// A broken connection is handed out together with the error, and comes back as all others.
type mender struct {
	places chan struct{}
	dial   func() (*Client, error)
}

func newMender(n int) *mender { return &mender{places: make(chan struct{}, n)} }

func (m *mender) Get() (*Client, error) {
	m.places <- struct{}{}
	c, err := m.dial()
	if err != nil {
		return c, err
	}
	return c, nil
}

func (m *mender) Put(*Client) { <-m.places }
